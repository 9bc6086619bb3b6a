using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Storage.Tests.Backups;

public sealed class SqliteBackupStoreTests : BackupStoreAcceptance
{
    private readonly TempFolder _folder = new();
    private SqliteStores? _stores;

    protected override ValueTask<IBackupStore> OpenAsync()
    {
        _stores = new SqliteStores(_folder.Database);
        return ValueTask.FromResult(_stores.Backups);
    }

    protected override async ValueTask CloseAsync()
    {
        await _stores!.DisposeAsync();
        _folder.Dispose();
    }
}

public sealed class InMemoryBackupStoreTests : BackupStoreAcceptance
{
    protected override ValueTask<IBackupStore> OpenAsync() => ValueTask.FromResult<IBackupStore>(new InMemoryBackupStore());
}
