using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Faults.Tests.Proxy;
using Flint.Operator.Faults.Tests.Stack;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Faults.Tests.Disk;

/// <summary>The app's file is copied, whole or in part.</summary>
public sealed class CopiedFileTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    // Keys and references are functions of the operation: a twin cannot make a second one while they are young.
    [Theory]
    [InlineData(null)]
    [InlineData(WireFault.LostReply)]
    [InlineData(WireFault.StalledAfterTheWork)]
    public async Task Copy_BothDevicesAlive_DoubleNothing(WireFault? fault)
    {
        await using var scene = new FaultScene(sandbox);
        FaultScene.Saved(await scene.Till.TapLinkAsync());
        FaultScene.Saved(await scene.Till.TapChargeAsync());
        if (fault is { } struck)
        {
            scene.Proxy.Plan.Arm(struck, request => request.IsWrite, times: 2);
            await scene.CycleAsync();
        }

        using var folder = new TemporaryFolder();
        var copy = folder.File("operator.db");
        await FileCopy.TakeAsync(scene.DatabaseFile, copy);
        await FileCopy.TakeAsync(scene.DatabaseFile + "-wal", copy + "-wal");
        await using (var twin = new Till(copy, sandbox.Connection, scene.Time, seed: 1_000_001))
        {
            for (var cycle = 0; cycle < 60; cycle++)
            {
                await Task.WhenAll(scene.CycleAsync(), twin.CycleAsync());
                scene.Time.Advance(TimeSpan.FromSeconds(2));
            }
        }

        await scene.CheckAsync();
        OnceEach.Check(sandbox.Ledger, new TillFile(copy));
    }

    // The device's secret store did not come along, so the copy knows that it is one.
    [Fact]
    public async Task Copy_OfASealedFile_SendsNothingUntilAPersonConfirms()
    {
        await using var scene = new FaultScene(sandbox);
        await scene.CycleAsync();
        FaultScene.Saved(await scene.Till.TapLinkAsync());
        using var folder = new TemporaryFolder();
        var copy = folder.File("operator.db");
        await FileCopy.TakeAsync(scene.DatabaseFile, copy);
        await FileCopy.TakeAsync(scene.DatabaseFile + "-wal", copy + "-wal");
        await using (var twin = new Till(copy, sandbox.Connection, scene.Time, seed: 1_000_003))
        {
            await twin.CycleAsync();
            Assert.Equal(HoldReason.CopiedDatabase, Assert.Single(await twin.OpenAsync()).Hold);
            await scene.CycleAsync();

            // What the old device has sent by now is seen to be done; nothing of it is sent from here.
            await twin.Get<OutboxOperations>().ConfirmAllAsync(HoldReason.CopiedDatabase, CancellationToken.None);
            await twin.CycleAsync();
            Assert.Empty(await twin.OpenAsync());
        }

        await scene.CheckAsync();
        OnceEach.Check(sandbox.Ledger, new TillFile(copy));
    }

    [Fact]
    public async Task Log_WithoutItsFile_IsNotTakenForOne()
    {
        await using var scene = new FaultScene(sandbox);
        FaultScene.Saved(await scene.Till.TapLinkAsync());
        using var folder = new TemporaryFolder();
        var lone = folder.File("operator.db");
        await FileCopy.TakeAsync(scene.DatabaseFile + "-wal", lone + "-wal");

        await using (var till = new Till(lone, sandbox.Connection, new FakeTimeProvider(DateTimeOffset.UtcNow), seed: 1_000_002))
        {
            Assert.Empty(await till.OpenAsync());
            FaultScene.Saved(await till.TapLinkAsync());
            await till.CycleAsync();
        }

        OnceEach.Check(sandbox.Ledger, new TillFile(lone));
    }
}
