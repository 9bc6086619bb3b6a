namespace Flint.Operator.Core.Sync.Backups;

/// <summary>When a backup is due (sync.md section 9): hourly, by what was last tried in this run and by the newest that there is.</summary>
public static class BackupSchedule
{
    /// <summary>Whether one is due, provided that something waits to be sent.</summary>
    /// <param name="newest">When the newest backup was taken, UTC; null while there is none.</param>
    /// <param name="tried">When this run last tried, however it ended; null before the first time.</param>
    /// <param name="now">Now.</param>
    /// <param name="every">The time between two.</param>
    public static bool IsDue(DateTimeOffset? newest, Moment? tried, Moment now, TimeSpan every)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (tried is not null)
        {
            return now.AtMostSince(tried) >= every;
        }

        // One from the future means that the clock was wrong then or is now: nothing is known about its age.
        return newest is not { } taken || taken > now.Wall || now.Wall - taken >= every;
    }
}
