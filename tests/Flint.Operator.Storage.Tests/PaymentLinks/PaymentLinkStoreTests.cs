using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Storage.Tests.PaymentLinks;

public sealed class SqlitePaymentLinkStoreTests : PaymentLinkStoreAcceptance
{
    private readonly SqliteHome _home = new();

    protected override ValueTask<StoreSet> OpenAsync() => ValueTask.FromResult(_home.Ports);

    protected override ValueTask CloseAsync() => _home.DisposeAsync();
}

public sealed class InMemoryPaymentLinkStoreTests : PaymentLinkStoreAcceptance
{
    protected override ValueTask<StoreSet> OpenAsync() => ValueTask.FromResult(StoreSet.InMemory());
}
