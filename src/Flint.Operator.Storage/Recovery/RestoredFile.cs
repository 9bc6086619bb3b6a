using Flint.Operator.Storage.Backups;
using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Recovery;

/// <summary>The file that takes the place of a damaged one, under a name of its own until it is complete.</summary>
internal sealed class RestoredFile(SqliteConnections connections, IReadOnlyList<Migration> migrations)
{
    private readonly SqliteConnections _unfinished = connections.At(connections.File + ".restored.part");

    /// <summary>Fills it from a backup, or begins a new one, and brings over what the damaged file still tells.</summary>
    public SalvageResult Prepare(BackupFile? backup, DamagedFile? damaged, DateTimeOffset now)
    {
        Forget();
        if (backup is null && damaged is null)
        {
            return SalvageResult.Nothing;
        }

        DatabaseFile.Create(_unfinished.File);
        if (backup is not null)
        {
            Copy(backup.Path);
        }

        // The mark must be in the file before the file has its name: an opening that found it unmarked would send what it holds.
        using (var connection = _unfinished.OpenWriter())
        {
            Migrator.Run(connection, migrations, backUp: null);
            connection.Execute("UPDATE installation SET restored_at = ?1", now);
            FoldLog(connection);
        }

        var salvaged = SalvageResult.Nothing;
        if (damaged is not null)
        {
            // Closed before, so that its schema stands in the file itself, where a damaged one may be mended from.
            using var connection = _unfinished.OpenWriter();
            salvaged = new Salvage(connections, damaged, _unfinished.File).Into(connection, now);
            FoldLog(connection);
        }

        DatabaseFile.Flush(_unfinished.File);
        return salvaged;
    }

    public void TakeName() => File.Move(_unfinished.File, connections.File);

    public void Forget()
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(_unfinished.File + suffix);
        }
    }

    // Closing folds it in too, but a disk that is full then is not told of, and the log does not move with the file.
    private static void FoldLog(SqlConnection connection)
    {
        if (connection.Number("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
        {
            throw new IOException("The log could not be folded in.");
        }
    }

    private void Copy(string backup)
    {
        using var source = File.OpenRead(backup);
        using var target = new FileStream(_unfinished.File, FileMode.Open, FileAccess.Write);
        source.CopyTo(target);
    }
}
