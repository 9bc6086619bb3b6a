namespace Flint.Operator.Core.Sync.Backups;

/// <summary>What became of a backup. None of these concerns sync: the data itself is as it was.</summary>
public enum BackupOutcome
{
    /// <summary>It is on disk and was checked.</summary>
    Taken,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>The folder cannot be written.</summary>
    NotWritable,

    /// <summary>The copy is damaged, so the database is: the next start mends it from an earlier backup.</summary>
    Damaged,
}
