using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Storage.Tests.Sync;

public sealed class SqliteOutboxStoreTests : OutboxStoreAcceptance
{
    private readonly SqliteHome _home = new();

    protected override ValueTask<StoreSet> OpenAsync() => ValueTask.FromResult(_home.Ports);

    protected override ValueTask CloseAsync() => _home.DisposeAsync();
}

public sealed class InMemoryOutboxStoreTests : OutboxStoreAcceptance
{
    protected override ValueTask<StoreSet> OpenAsync() => ValueTask.FromResult(StoreSet.InMemory());
}
