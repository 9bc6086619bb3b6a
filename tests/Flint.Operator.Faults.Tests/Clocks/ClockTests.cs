using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Faults.Tests.Network;
using Flint.Operator.Faults.Tests.Proxy;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.Clocks;

/// <summary>The device's clock jumps at every stage; the sandbox lives in true time, so that its keys really expire.</summary>
public sealed class ClockTests(TrueTimeSandbox world) : IClassFixture<TrueTimeSandbox>, IAsyncLifetime
{
    private FaultScene? _scene;

    public static TheoryData<Stage, ClockJump> Jumps => [.. Enum.GetValues<Stage>().SelectMany(_ => Enum.GetValues<ClockJump>(), (stage, jump) => (stage, jump))];

    private FaultScene Scene => _scene!;

    public ValueTask InitializeAsync()
    {
        _scene = new FaultScene(world.Sandbox, world.Truth);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => Scene.DisposeAsync();

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Jump_ThatStays_EndsDoneExactlyOnce(Stage stage, ClockJump jump)
    {
        await ReachAsync(stage, () => Scene.Device.Offset = OffsetOf(jump));

        await Scene.SettleWithAPersonAsync();

        await Scene.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Jump_PutRightLater_EndsDoneExactlyOnce(Stage stage, ClockJump jump)
    {
        await ReachAsync(stage, () => Scene.Device.Offset = OffsetOf(jump));
        await Scene.SettleAsync(cycles: 3);
        Scene.Device.Offset = TimeSpan.Zero;

        await Scene.SettleWithAPersonAsync();

        await Scene.CheckAsync();
    }

    // The server has forgotten the key by the time the network is back, whatever the device believes the time to be.
    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Jump_ThenThirtyHoursOffline_EndsDoneExactlyOnce(Stage stage, ClockJump jump)
    {
        await ReachAsync(stage, () => Scene.Device.Offset = OffsetOf(jump));
        Scene.Proxy.Down();
        for (var hour = 0; hour < 30; hour++)
        {
            await Scene.CycleAsync();
            world.Truth.Advance(TimeSpan.FromHours(1));
        }

        var before = Scene.Proxy.Seen.Count;
        Scene.Proxy.Up();
        await Scene.SettleWithAPersonAsync();

        await Scene.CheckAsync();
        var forgotten = Scene.File.Operations().Select(operation => IdempotencyKey.For(operation.Id, 0)).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Scene.Proxy.Seen.Skip(before), seen => seen.Request.IsWrite && forgotten.Contains(seen.Key!));
    }

    private TimeSpan OffsetOf(ClockJump jump) => jump switch
    {
        ClockJump.FortyHoursAhead => TimeSpan.FromHours(40),
        ClockJump.FortyHoursBack => TimeSpan.FromHours(-40),
        ClockJump.To1970 => DateTimeOffset.UnixEpoch - world.Truth.GetUtcNow(),
        _ => throw new ArgumentOutOfRangeException(nameof(jump), jump, "Not a jump."),
    };

    private async Task ReachAsync(Stage stage, Action jump)
    {
        await Scene.CycleAsync();
        if (stage == Stage.BeforeTheTap)
        {
            jump();
        }

        await TapAsync();
        var fault = stage is Stage.ReplyLost or Stage.ReplyLostThenRestarted ? WireFault.LostReply : WireFault.ResetBeforeTheRequest;
        switch (stage)
        {
            case Stage.BeforeTheTap:
                return;
            case Stage.Ready:
                break;
            case Stage.InFlight:
                Scene.Proxy.Plan.Arm(WireFault.StalledAfterTheWork, request => request.IsWrite);
                await Scene.CycleAsync(whileItHangs: jump);
                return;
            case Stage.BetweenOrderAndSession:
                Scene.Proxy.Plan.Arm(WireFault.ResetBeforeTheRequest, request => Writes.Is(Write.CreateSession, request));
                await Scene.CycleAsync();
                break;
            default:
                Scene.Proxy.Plan.Arm(fault, request => request.IsWrite, times: 2);

                // Every read but who-am-I is a look: where none is wanted yet, none gets through.
                var looks = stage == Stage.Looking ? 0 : 2;
                Scene.Proxy.Plan.Arm(WireFault.ResetBeforeTheRequest, request => request.Target.Contains("external_reference_id", StringComparison.Ordinal), looks);
                await Scene.CycleAsync();
                break;
        }

        jump();
        if (stage is Stage.ReplyLostThenRestarted or Stage.RequestLostThenRestarted)
        {
            await Scene.RestartAsync();
        }
    }

    private async Task TapAsync()
    {
        FaultScene.Saved(await Scene.Till.TapLinkAsync());
        FaultScene.Saved(await Scene.Till.TapChargeAsync());
    }
}
