namespace Flint.Operator.Core.Sync.Backups;

/// <summary>Something about the data on this device that a person must know. The head says it; a screen shows it as a banner.</summary>
public abstract record StoreNotice
{
    private StoreNotice()
    {
    }

    /// <summary>The database was damaged and a backup took its place. What could still be read of the damaged file is brought over; every operation is held until a person confirms.</summary>
    /// <param name="BackupTakenAt">UTC.</param>
    /// <param name="DamagedFile">Where the damaged file was set aside; null when there was no file at all.</param>
    /// <param name="Salvaged">How many operations could be brought over from the damaged file.</param>
    /// <param name="Unread">How many rows of the damaged file are known of that could not be.</param>
    public sealed record Restored(DateTimeOffset BackupTakenAt, string? DamagedFile, int Salvaged = 0, int Unread = 0) : StoreNotice;

    /// <summary>The database was damaged and there was no backup: this device starts with what could still be read, if anything.</summary>
    /// <param name="DamagedFile">Where the damaged file was set aside; null when there was no file at all.</param>
    /// <param name="Salvaged">How many operations could be brought over from the damaged file.</param>
    /// <param name="Unread">How many rows of the damaged file are known of that could not be.</param>
    public sealed record StartedEmpty(string? DamagedFile, int Salvaged = 0, int Unread = 0) : StoreNotice;

    /// <summary>A newer version of the app has written the data: it can be looked at, and nothing is changed or sent.</summary>
    public sealed record NewerSchema : StoreNotice;

    /// <summary>Damage was met while the app runs. The next start checks the whole file and mends it.</summary>
    public sealed record DamageFound : StoreNotice;
}
