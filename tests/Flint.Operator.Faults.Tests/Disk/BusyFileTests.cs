using Flint.Operator.Core.Sync;
using Flint.Operator.Faults.Tests.Processes;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.Disk;

/// <summary>Another program keeps the file to itself.</summary>
public sealed class BusyFileTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Tap_WhileAnotherProgramHoldsTheFile_IsRefusedAndLeavesNothing()
    {
        await using var scene = new FaultScene(sandbox);
        FaultScene.Saved(await scene.Till.TapLinkAsync());
        await using var other = await LockAsync(scene);

        var refused = Assert.IsType<SaveOutcome.NotSaved>(await scene.Till.TapChargeAsync());
        Assert.Equal(CommitOutcome.NotWritable, refused.Reason);

        Assert.Equal("unlocked", await other.AskAsync("unlock"));
        Assert.Single(scene.File.Operations());
        FaultScene.Saved(await scene.Till.TapChargeAsync());
        await scene.SettleAsync();
        await scene.CheckAsync();
    }

    [Fact]
    public async Task Tap_WhileTheFileIsHeldForAMoment_WaitsAndIsSaved()
    {
        await using var scene = new FaultScene(sandbox);
        FaultScene.Saved(await scene.Till.TapLinkAsync());
        await using var other = await LockAsync(scene);

        var tap = scene.Till.TapChargeAsync();
        Assert.False(tap.IsCompleted);
        Assert.Equal("unlocked", await other.AskAsync("unlock"));

        FaultScene.Saved(await tap);
        await scene.SettleAsync();
        await scene.CheckAsync();
    }

    [Fact]
    public async Task Sync_WhileAnotherProgramHoldsTheFile_SendsNothing()
    {
        await using var scene = new FaultScene(sandbox);
        await scene.CycleAsync();
        FaultScene.Saved(await scene.Till.TapLinkAsync());
        await using var other = await LockAsync(scene);

        await scene.CycleAsync();
        Assert.DoesNotContain(scene.Proxy.Seen, seen => seen.Request.IsWrite);

        Assert.Equal("unlocked", await other.AskAsync("unlock"));
        await scene.SettleAsync();
        await scene.CheckAsync();
    }

    private async Task<HostProcess> LockAsync(FaultScene scene)
    {
        var other = await HostProcess.StartAsync(new HostConfig(scene.DatabaseFile, sandbox.Connection.BaseAddress, sandbox.Connection.ApiKey!, DateTimeOffset.UtcNow));
        Assert.Equal("locked", await other.AskAsync("lock"));
        return other;
    }
}
