using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Storage.Tests.Checkouts;

public sealed class SqliteCheckoutStoreTests : CheckoutStoreAcceptance
{
    private readonly SqliteHome _home = new();

    protected override ValueTask<StoreSet> OpenAsync() => ValueTask.FromResult(_home.Ports);

    protected override ValueTask CloseAsync() => _home.DisposeAsync();
}

public sealed class InMemoryCheckoutStoreTests : CheckoutStoreAcceptance
{
    protected override ValueTask<StoreSet> OpenAsync() => ValueTask.FromResult(StoreSet.InMemory());
}
