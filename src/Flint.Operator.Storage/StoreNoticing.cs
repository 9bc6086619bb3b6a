using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;

namespace Flint.Operator.Storage;

/// <summary>Passes on what a database has to tell, at its opening and later.</summary>
internal static class StoreNoticing
{
    public static OperatorDatabase TellingTo(this OperatorDatabase database, StoreNotices notices)
    {
        switch (database.Recovery)
        {
            case { BackupTakenAt: { } takenAt } recovery:
                notices.Tell(new StoreNotice.Restored(takenAt, recovery.DamagedFile, recovery.Salvaged, recovery.Unread));
                break;
            case { } recovery:
                notices.Tell(new StoreNotice.StartedEmpty(recovery.DamagedFile, recovery.Salvaged, recovery.Unread));
                break;
        }

        if (database.IsReadOnly)
        {
            notices.Tell(new StoreNotice.NewerSchema());
        }

        database.Damage.Found = () => notices.Tell(new StoreNotice.DamageFound());
        return database;
    }
}
