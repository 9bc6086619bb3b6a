using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Storage.Sql;
using SQLite;

namespace Flint.Operator.Storage.Backups;

internal sealed class SqliteBackupStore(OperatorDatabase database) : IBackupStore
{
    private readonly BackupFolder _folder = new(database.File);
    private readonly BackupWriter _writer = new(database.File);

    public Task<DateTimeOffset?> FindNewestAsync(CancellationToken cancellationToken) => Task.Run(FindNewest, cancellationToken);

    public async Task<BackupOutcome> BackUpAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            await database.Readers.ReadAsync(
                reader =>
                {
                    // The first read of a transaction is what fixes its snapshot.
                    reader.Number("SELECT count(*) FROM installation");
                    return _writer.Take(reader, at, cancellationToken);
                },
                cancellationToken).ConfigureAwait(false);
            return BackupOutcome.Taken;
        }
        catch (SQLiteException failure) when (SqliteFailures.OutcomeOf(failure) is { } outcome)
        {
            return Of(outcome);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Of(FileFailures.OutcomeOf(failure));
        }
    }

    private DateTimeOffset? FindNewest()
    {
        try
        {
            return _folder.Newest?.TakenAt;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be listed has no backup that one could count on.
            return null;
        }
    }

    private static BackupOutcome Of(CommitOutcome outcome) => outcome switch
    {
        CommitOutcome.DiskFull => BackupOutcome.DiskFull,
        CommitOutcome.Damaged => BackupOutcome.Damaged,
        _ => BackupOutcome.NotWritable,
    };
}
