using Flint.Operator.Core.Sync.Backups;
using Microsoft.Extensions.Logging;

namespace Flint.Operator.Core.Sync;

/// <summary>Runs cycles for as long as the app runs: at a prompt, and when the timetable says so.</summary>
public sealed partial class SyncLoop(SyncEngine engine, BackupPhase backup, SyncTimetable timetable, SyncSignal signal, SyncContext context, ILogger<SyncLoop> logger)
{
    /// <summary>Runs until cancelled. It is one of the two places that catch everything: a bug in one cycle must not stop sync for the day.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            TimeSpan wait;
            try
            {
                await engine.RunCycleAsync(cancellationToken).ConfigureAwait(false);
                await backup.RunAsync(cancellationToken).ConfigureAwait(false);
                wait = await timetable.NextWaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Deliberate: see the summary.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogFailure(failure);
                wait = context.Options.ProbeEvery.Longest;
            }

            await WaitQuietlyAsync(wait, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WaitQuietlyAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            await signal.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The app is closing; the loop's condition ends it.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A sync cycle failed; the next one follows")]
    private partial void LogFailure(Exception failure);
}
