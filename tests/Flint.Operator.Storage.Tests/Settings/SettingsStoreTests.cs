using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Storage.Tests.Settings;

public sealed class SqliteSettingsStoreTests : SettingsStoreAcceptance
{
    private readonly SqliteHome _home = new();

    protected override ValueTask<StoreSet> OpenAsync() => ValueTask.FromResult(_home.Ports);

    protected override ValueTask CloseAsync() => _home.DisposeAsync();
}

public sealed class InMemorySettingsStoreTests : SettingsStoreAcceptance
{
    protected override ValueTask<StoreSet> OpenAsync() => ValueTask.FromResult(StoreSet.InMemory());
}
