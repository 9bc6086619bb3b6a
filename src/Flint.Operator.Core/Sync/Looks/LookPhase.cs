using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Looks;

/// <summary>Asks the API whether operations in doubt have had their effect. A look is a read and always safe.</summary>
public sealed class LookPhase(IOperatorStore store, RecordLook look, OperationJournal journal, WatchList watch, SyncContext context)
{
    /// <summary>Takes every look that is due, those whose buyer may be waiting first.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var open = await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false);
        foreach (var operation in open.Where(o => o.Doubt is not null).OrderBy(o => watch.IsWatched(o.Aggregate) ? 0 : 1))
        {
            var now = context.Clock.Now();
            if (!context.Connection.IsOpen(now))
            {
                return;
            }

            if (OperationSchedule.Next(operation, now, context.Options) is NextStep.Look && context.IsOurs(operation))
            {
                var outcome = await look.TakeAsync(operation, cancellationToken).ConfigureAwait(false);

                // What was found is there; what was not found before a night's sleep may be there by now.
                var finding = outcome.Finding is LookFinding.Absent && context.SleptSince(now) ? new LookFinding.Failed() : outcome.Finding;
                await journal.MoveAsync(operation, new OperationEvent.LookEnded(finding), outcome.Together, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }
}
