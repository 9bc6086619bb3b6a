namespace Flint.Operator.Core.Sync.Backups;

/// <summary>Copies of the whole database, kept beside it for the day it is damaged. Core decides when, the store how.</summary>
public interface IBackupStore
{
    /// <summary>When the newest backup was taken, UTC; null while there is none.</summary>
    Task<DateTimeOffset?> FindNewestAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes one. It holds up no commit, counts only once it was checked, and replaces the oldest of three. One that fails
    /// leaves the earlier ones as they were.
    /// </summary>
    /// <param name="at">Now, UTC. A backup never dates before an earlier one, even when the clock was set back.</param>
    /// <param name="cancellationToken">Gives up; nothing is left.</param>
    Task<BackupOutcome> BackUpAsync(DateTimeOffset at, CancellationToken cancellationToken);
}
