using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Faults.Tests.Proxy;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.People;

/// <summary>Somebody cancels while the request is out.</summary>
public sealed class CancelTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData(WireFault.StalledBeforeTheWork)]
    [InlineData(WireFault.StalledAfterTheWork)]
    [InlineData(WireFault.LateDelivery)]
    public async Task Cancel_WhileTheRequestIsOut_IsTooLate(WireFault fault)
    {
        await using var scene = new FaultScene(sandbox);
        FaultScene.Saved(await scene.Till.TapLinkAsync());
        var operation = Assert.Single(await scene.Till.OpenAsync());
        scene.Proxy.Plan.Arm(fault, request => request.IsWrite);
        Task<SaveOutcome>? cancel = null;

        await scene.CycleAsync(whileItHangs: () => cancel ??= scene.Till.Get<OutboxOperations>().CancelAsync(operation.Id, CancellationToken.None));
        Assert.NotNull(cancel);
        Assert.IsType<SaveOutcome.TooLate>(await cancel);
        await scene.SettleAsync();

        await scene.CheckAsync();
    }

    [Fact]
    public async Task Cancel_BeforeItWasSent_ReachesNoWire()
    {
        await using var scene = new FaultScene(sandbox);
        scene.Proxy.Down();
        FaultScene.Saved(await scene.Till.TapLinkAsync());
        await scene.SettleAsync(cycles: 3);
        FaultScene.Saved(await scene.Till.Get<OutboxOperations>().CancelAsync(Assert.Single(await scene.Till.OpenAsync()).Id, CancellationToken.None));

        scene.Proxy.Up();
        await scene.SettleAsync();

        Assert.DoesNotContain(scene.Proxy.Seen, seen => seen.Request.IsWrite);
        Assert.Equal("cancelled", Assert.Single(scene.File.Operations()).State);
    }
}
