using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Storage.Tests.Activity;

public sealed class SqliteActivityStoreTests : ActivityStoreAcceptance
{
    private readonly SqliteHome _home = new();

    protected override ValueTask<StoreSet> OpenAsync() => ValueTask.FromResult(_home.Ports);

    protected override ValueTask CloseAsync() => _home.DisposeAsync();
}

public sealed class InMemoryActivityStoreTests : ActivityStoreAcceptance
{
    protected override ValueTask<StoreSet> OpenAsync() => ValueTask.FromResult(StoreSet.InMemory());
}
