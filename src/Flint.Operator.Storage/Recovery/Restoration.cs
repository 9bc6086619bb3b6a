using Flint.Operator.Storage.Backups;
using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Recovery;

/// <summary>
/// Puts the newest good backup in the place of a damaged database. It can die anywhere: the marker stands from the first step
/// to the last, and the restored file takes its name only when it is complete and marked.
/// </summary>
internal sealed class Restoration(SqliteConnections connections, IReadOnlyList<Migration> migrations, DateTimeOffset now)
{
    private readonly string _file = connections.File;
    private readonly string _unfinished = connections.File + ".restored.part";
    private readonly DamageMarker _marker = new(connections.File);

    public DatabaseRecovery Run()
    {
        _marker.Set();
        var backup = FindGood();
        if (backup is not null)
        {
            Prepare(backup);
        }

        // Last of all, so that a full disk leaves the damaged file where the next try looks for it.
        var damaged = Quarantine.SetAside(_file, now);
        if (backup is not null)
        {
            File.Move(_unfinished, _file);
        }

        _marker.Clear();
        return new DatabaseRecovery(backup?.TakenAt, damaged);
    }

    private BackupFile? FindGood()
    {
        foreach (var backup in new BackupFolder(_file).NewestFirst())
        {
            if (DatabaseCheck.IsSound(backup.Path))
            {
                return backup;
            }

            Quarantine.SetAside(backup, _file);
        }

        return null;
    }

    // The mark must be in the file before the file has its name: an opening that found it unmarked would send what it holds.
    private void Prepare(BackupFile backup)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(_unfinished + suffix);
        }

        DatabaseFile.Create(_unfinished);
        using (var source = File.OpenRead(backup.Path))
        using (var target = new FileStream(_unfinished, FileMode.Open, FileAccess.Write))
        {
            source.CopyTo(target);
        }

        using (var connection = connections.At(_unfinished).OpenWriter())
        {
            Migrator.Run(connection, migrations, backUp: null);
            connection.Execute("UPDATE installation SET restored_at = ?1", now);
        }

        DatabaseFile.Flush(_unfinished);
    }
}
