namespace Flint.Operator.Core.Sync;

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
                await journal.MoveAsync(operation, new OperationEvent.LookEnded(outcome.Finding), outcome.Together, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }
}
