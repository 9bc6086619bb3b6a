using Microsoft.Extensions.Logging;

namespace Flint.Operator.Core.Sync.Backups;

/// <summary>Takes a backup once an hour while operations wait. One that fails is logged and tried again an hour later; sync goes on.</summary>
public sealed partial class BackupPhase(IBackupStore backups, IOperatorStore store, SyncContext context, ILogger<BackupPhase> logger)
{
    private bool _isNewestKnown;
    private DateTimeOffset? _newest;
    private Moment? _tried;

    /// <summary>Takes one, if it is due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!_isNewestKnown)
        {
            _newest = await backups.FindNewestAsync(cancellationToken).ConfigureAwait(false);
            _isNewestKnown = true;
        }

        var now = context.Clock.Now();
        if (!BackupSchedule.IsDue(_newest, _tried, now, context.Options.BackupEvery)
            || (await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false)).Count == 0)
        {
            return;
        }

        // Set first: whatever becomes of it, the next is an hour away.
        _tried = now;
        var outcome = await backups.BackUpAsync(now.Wall, cancellationToken).ConfigureAwait(false);
        if (outcome != BackupOutcome.Taken)
        {
            LogNotTaken(outcome);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No backup was taken: {Outcome}; the next try is in an hour")]
    private partial void LogNotTaken(BackupOutcome outcome);
}
