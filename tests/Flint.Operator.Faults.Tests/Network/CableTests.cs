using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Faults.Tests.Proxy;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.Network;

/// <summary>The whole line fails, not one request.</summary>
public sealed class CableTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    public static TheoryData<Write> EveryWrite => [.. Enum.GetValues<Write>()];

    [Theory]
    [MemberData(nameof(EveryWrite))]
    public async Task Refused_ThenBack_IsDoneExactlyOnceAndCostNoAttempt(Write write)
    {
        await using var scene = new FaultScene(sandbox);
        var lid = await Writes.PrepareAsync(write, scene);
        scene.Proxy.Down();

        await Writes.TapAsync(write, scene, lid);
        await scene.SettleAsync(cycles: 10);
        Assert.Equal(Connectivity.Offline, scene.Till.Get<ConnectionMonitor>().Status.Connectivity);
        Assert.All(await scene.Till.OpenAsync(), operation => Assert.Equal((0, 0), (operation.Sent, operation.Failures)));

        scene.Proxy.Up();
        await scene.SettleAsync();

        await scene.CheckAsync();
    }

    // Up for a few requests, down for a few cycles, again and again: each request is cut at another place of the story.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Flapping_WholeStory_IsDoneExactlyOnce(int seed)
    {
        var random = new Random(seed);
        await using var scene = new FaultScene(sandbox);
        var faults = Enum.GetValues<WireFault>().Where(fault => fault != WireFault.LateAfterTheResend).ToArray();
        for (var request = 0; request < 40; request++)
        {
            if (random.Next(3) > 0)
            {
                var fault = faults[random.Next(faults.Length)];
                var at = request;
                scene.Proxy.Plan.Arm(fault, _ => scene.Proxy.Seen.Count > at);
            }
        }

        for (var round = 0; round < 6; round++)
        {
            FaultScene.Saved(await scene.Till.TapLinkAsync($"Round {round}"));
            FaultScene.Saved(await scene.Till.TapChargeAsync());
            await scene.SettleAsync(cycles: random.Next(1, 4));
            scene.Proxy.Down();
            await scene.SettleAsync(cycles: random.Next(1, 3));
            scene.Proxy.Up();
        }

        await scene.SettleAsync(cycles: 400);

        await scene.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(EveryWrite))]
    public async Task ThirtyDaysOffline_WithTheRequestLostBefore_IsDoneExactlyOnce(Write write)
    {
        await using var scene = new FaultScene(sandbox);
        var lid = await Writes.PrepareAsync(write, scene);
        scene.Proxy.Plan.Arm(WireFault.LostReply, request => Writes.Is(write, request));
        await Writes.TapAsync(write, scene, lid);
        await scene.CycleAsync();
        scene.Proxy.Down();

        for (var day = 0; day < 30; day++)
        {
            await scene.CycleAsync();
            scene.Time.Advance(TimeSpan.FromDays(1));
        }

        scene.Proxy.Up();
        await scene.SettleWithAPersonAsync();

        await scene.CheckAsync();
    }
}
