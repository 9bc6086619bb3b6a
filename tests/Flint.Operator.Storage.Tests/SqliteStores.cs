using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Storage.Backups;
using Flint.Operator.Storage.Checkouts;
using Flint.Operator.Storage.PaymentLinks;
using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Settings;
using Flint.Operator.Storage.Sync;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Storage.Tests;

/// <summary>Every local port over one real file.</summary>
internal sealed class SqliteStores : IAsyncDisposable
{
    public SqliteStores(string file, TimeSpan? busyTimeout = null, TimeProvider? time = null)
        : this(OperatorDatabase.Open(file, time ?? TimeProvider.System, busyTimeout ?? TimeSpan.FromSeconds(5), Migration.All))
    {
    }

    public SqliteStores(OperatorDatabase database)
    {
        Database = database;
        var feed = new ChangeFeed();
        Ports = new StoreSet(
            feed,
            new SqliteOperatorStore(Database, feed),
            new SqliteOutboxStore(Database),
            new SqlitePaymentLinkStore(Database),
            new SqliteCheckoutStore(Database),
            new SqliteSettingsStore(Database, feed));
        Backups = new SqliteBackupStore(Database);
    }

    public OperatorDatabase Database { get; }

    public StoreSet Ports { get; }

    public IBackupStore Backups { get; }

    public Task<CommitOutcome> CommitAsync(params StoreChange[] changes) => Ports.Operator.CommitAsync(changes, CancellationToken.None);

    public Task ScriptAsync(string sql) => Database.Writer.RunAsync(
        connection =>
        {
            connection.Script(sql);
            return true;
        },
        CancellationToken.None);

    public Task<string?> TextAsync(string sql) => Database.Writer.RunAsync(connection => connection.Text(sql), CancellationToken.None);

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
