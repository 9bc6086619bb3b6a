using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Storage.Json;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Sync;

internal sealed class SqliteOperatorStore(OperatorDatabase database, ChangeFeed feed) : IOperatorStore
{
    private readonly OpenOperations _open = new();

    public Task<CommitOutcome> CommitAsync(IReadOnlyList<StoreChange> changes, CancellationToken cancellationToken) =>
        CommitAsync(changes, work => database.CommitInBackgroundAsync(work, cancellationToken));

    public Task<CommitOutcome> CommitTapAsync(IReadOnlyList<StoreChange> changes) =>
        CommitAsync(changes, work => database.CommitAsync(work, CancellationToken.None));

    public Task<IReadOnlyList<Operation>> LoadOpenAsync(CancellationToken cancellationToken) => database.Readers.ReadAsync(_open.Load, cancellationToken);

    public Task<Operation?> FindOperationAsync(string id, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        connection => connection.Query($"SELECT {OperationRow.Columns} FROM operation AS o WHERE o.id = ?1", OperationRow.Read, id).SingleOrDefault(),
        cancellationToken);

    public Task<RemoteRecord?> FindRecordAsync(string lid, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        connection => connection.Query("SELECT kind, snapshot_json FROM entity WHERE lid = ?1", row => SnapshotText.Read(row.Text("kind"), row.OptionalText("snapshot_json")), lid).SingleOrDefault(),
        cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> FindLidsAsync(IReadOnlyCollection<string> remoteIds, CancellationToken cancellationToken)
    {
        var asked = JsonText.Write([.. remoteIds], StorageJson.Default.IReadOnlyListString);
        return database.Readers.ReadAsync<IReadOnlyDictionary<string, string>>(
            connection => connection
                .Query("SELECT remote_id, lid FROM entity WHERE remote_id IN (SELECT value FROM json_each(?1))", row => (Remote: row.Text("remote_id"), Lid: row.Text("lid")), asked)
                .ToDictionary(found => found.Remote, found => found.Lid, StringComparer.Ordinal),
            cancellationToken);
    }

    public Task<PullCursor> LoadCursorAsync(RecordKind kind, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(connection => CursorText.Load(connection, kind), cancellationToken);

    public Task<Installation> LoadInstallationAsync(CancellationToken cancellationToken) => database.Readers.ReadAsync(LoadInstallation, cancellationToken);

    internal static Installation LoadInstallation(SqlConnection connection) =>
        connection.Query("SELECT id, account, clock_high_water, is_sealed, restored_at FROM installation", ReadInstallation)[0];

    private static Installation ReadInstallation(SqlRow row) => new(
        row.Text("id"), AccountText.Read(row.OptionalText("account")), row.Time("clock_high_water"), row.Flag("is_sealed"), row.OptionalTime("restored_at"));

    private async Task<CommitOutcome> CommitAsync(IReadOnlyList<StoreChange> changes, Func<Func<SqlConnection, CommitOutcome>, Task<CommitOutcome>> commit)
    {
        var touched = new TouchedRecords();
        var outcome = await WriteAsync(changes, () => commit(connection => new CommitWriter(connection, touched).Write(changes))).ConfigureAwait(false);
        if (outcome == CommitOutcome.Committed)
        {
            feed.Publish(touched.Lids);
        }

        return outcome;
    }

    private async Task<CommitOutcome> WriteAsync(IReadOnlyList<StoreChange> changes, Func<Task<CommitOutcome>> commit)
    {
        try
        {
            return await commit().ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // Whoever comes too late breaks rules by that alone; it is no bug then.
            if (await IsStaleAsync(changes).ConfigureAwait(false))
            {
                return CommitOutcome.Stale;
            }

            throw;
        }
    }

    private Task<bool> IsStaleAsync(IReadOnlyList<StoreChange> changes)
    {
        var moved = changes.OfType<StoreChange.UpdateOperation>().Select(u => u.Operation).DistinctBy(o => o.Id, StringComparer.Ordinal).ToList();
        return database.Readers.ReadAsync(connection => moved.Exists(o => OperationWriter.IsStale(connection, o)), CancellationToken.None);
    }
}
