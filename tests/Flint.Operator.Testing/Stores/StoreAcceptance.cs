using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Xunit;

namespace Flint.Operator.Testing.Stores;

/// <summary>What the suites share: stores to test and short ways to write.</summary>
public abstract class StoreAcceptance : IAsyncLifetime
{
    private StoreSet? _stores;

    protected StoreSet Stores => _stores!;

    protected static CancellationToken None => CancellationToken.None;

    public async ValueTask InitializeAsync() => _stores = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask<StoreSet> OpenAsync();

    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    protected Task<CommitOutcome> TryAsync(params StoreChange[] changes) => Stores.Operator.CommitAsync(changes, None);

    protected async Task CommitAsync(params StoreChange[] changes) => Assert.Equal(CommitOutcome.Committed, await TryAsync(changes));

    protected async Task RefuseAsync(params StoreChange[] changes) => await Assert.ThrowsAsync<InvalidOperationException>(() => TryAsync(changes));

    protected async Task<Operation> FindAsync(string id) =>
        await Stores.Operator.FindOperationAsync(id, None) ?? throw new InvalidOperationException($"Operation {id} is gone.");

    protected async Task MoveAsync(string id, Func<Operation, Operation> move) => await CommitAsync(new StoreChange.UpdateOperation(move(await FindAsync(id))));

    protected static void Same(object? expected, object? actual) => Assert.Equal(RecordText.Of(expected), RecordText.Of(actual));
}
