using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class OutboxOperationsTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task ConfirmAll_OneReason_LooksUpAllOfItAndNothingElse()
    {
        await HoldAsync();
        await _bench.RestoreAsync();
        await _bench.CreateLinkAsync("Made after");
        await _bench.RestoreAsync();
        Assert.Equal([HoldReason.CopiedDatabase, HoldReason.CopiedDatabase, HoldReason.RestoredBackup], _bench.Store.Operations.Select(operation => operation.Hold));

        Assert.IsType<SaveOutcome.Saved>(await ConfirmAllAsync());

        Assert.Equal([OperationState.Unknown, OperationState.Unknown, OperationState.Held], _bench.Store.Operations.Select(operation => operation.State));
    }

    [Fact]
    public async Task ConfirmAll_OnceTheNetworkIsBack_CreatesEachOnce()
    {
        await HoldAsync();
        await ConfirmAllAsync();
        _bench.Flint.IsDown = false;

        await _bench.RunAsync(TimeSpan.FromMinutes(30));

        Assert.All(_bench.Store.Operations, operation => Assert.Equal(OperationState.Done, operation.State));
        Assert.Equal(2, _bench.Flint.Ledger.Count);
    }

    [Fact]
    public async Task ConfirmAll_DiskFull_SaysSoAndLeavesTheRestHeld()
    {
        await HoldAsync();
        _bench.Store.FailNext(CommitOutcome.DiskFull);

        Assert.Equal(new SaveOutcome.NotSaved(CommitOutcome.DiskFull), await ConfirmAllAsync());

        Assert.All(_bench.Store.Operations, operation => Assert.Equal(OperationState.Held, operation.State));
    }

    [Fact]
    public async Task ConfirmAll_NothingIsHeld_ChangesNothing()
    {
        await _bench.CreateLinkAsync();

        Assert.IsType<SaveOutcome.Saved>(await ConfirmAllAsync());

        Assert.Equal(OperationState.Ready, _bench.Store.Operations.Single().State);
    }

    public void Dispose() => _bench.Dispose();

    private Task<SaveOutcome> ConfirmAllAsync() => _bench.Get<OutboxOperations>().ConfirmAllAsync(HoldReason.CopiedDatabase, CancellationToken.None);

    private async Task HoldAsync()
    {
        _bench.Flint.IsDown = true;
        await _bench.CreateLinkAsync("One");
        await _bench.CreateLinkAsync("Two");
        await _bench.CycleAsync();
        await _bench.CopyAsync();
    }
}
