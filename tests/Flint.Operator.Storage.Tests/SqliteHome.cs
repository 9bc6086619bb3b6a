using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Storage.Tests;

/// <summary>A real file for one test of an acceptance suite.</summary>
internal sealed class SqliteHome : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteStores _stores;

    public SqliteHome() => _stores = new SqliteStores(_folder.Database);

    public StoreSet Ports => _stores.Ports;

    public async ValueTask DisposeAsync()
    {
        await _stores.DisposeAsync();
        _folder.Dispose();
    }
}
