using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Storage.Tests.Sync;

public sealed class SqliteRemoteRecordTests : RemoteRecordAcceptance
{
    private readonly SqliteHome _home = new();

    protected override ValueTask<StoreSet> OpenAsync() => ValueTask.FromResult(_home.Ports);

    protected override ValueTask CloseAsync() => _home.DisposeAsync();
}

public sealed class InMemoryRemoteRecordTests : RemoteRecordAcceptance
{
    protected override ValueTask<StoreSet> OpenAsync() => ValueTask.FromResult(StoreSet.InMemory());
}
