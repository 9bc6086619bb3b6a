using Flint.Operator.Storage.Backups;
using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Recovery;

/// <summary>
/// Puts the newest good backup in the place of a damaged database, with what can still be read of that one. It can die anywhere:
/// the marker stands from the first step to the last, and the restored file takes its name only when it is complete and marked.
/// </summary>
internal sealed class Restoration(SqliteConnections connections, IReadOnlyList<Migration> migrations, DateTimeOffset now)
{
    private readonly string _file = connections.File;
    private readonly DamageMarker _marker = new(connections.File);

    public DatabaseRecovery Run()
    {
        var damaged = DamagedFile.Find(_file, _marker.Aside);
        var aside = damaged is { IsSetAside: true } ? damaged.Path : Quarantine.FreeName(_file, now);
        _marker.Set(aside);
        var backup = FindGood();
        var restored = new RestoredFile(connections, migrations);
        var salvaged = restored.Prepare(backup, damaged, now);

        // Last of all, so that a full disk leaves the damaged file where the next try looks for it.
        Quarantine.SetAside(_file, aside);
        if (backup is not null || salvaged.Rows > 0)
        {
            restored.TakeName();
        }
        else
        {
            restored.Forget();
        }

        _marker.Clear();
        return new DatabaseRecovery(backup?.TakenAt, damaged is null ? null : aside, salvaged.Operations, salvaged.Unread);
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
}
