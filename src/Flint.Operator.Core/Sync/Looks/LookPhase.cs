using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Looks;

/// <summary>Asks the API whether operations in doubt have had their effect. A look is a read and always safe.</summary>
public sealed class LookPhase(
    IOperatorStore store, RecordLook look, OperationJournal journal, IdentifyPhase identify, Lanes lanes, WatchList watch, SyncContext context)
{
    /// <summary>
    /// Takes the looks that are due, those whose buyer may be waiting first: a few aggregates at a time, one look after another in
    /// each, until the connection fails or the rest of the cycle is to have its turn.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = context.Clock.Now();
        var open = await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false);
        var due = open.Where(operation => operation.Doubt is not null && context.IsOurs(operation) && IsDue(operation, now));
        await lanes.RunAsync(
            due.GroupBy(operation => operation.Aggregate, StringComparer.Ordinal).OrderBy(aggregate => watch.IsWatched(aggregate.Key) ? 0 : 1),
            aggregate => TakeAsync(aggregate, cancellationToken)).ConfigureAwait(false);
    }

    private bool IsDue(Operation operation, Moment now) => OperationSchedule.Next(operation, now, context.Options) is NextStep.Look;

    private async Task<bool> TakeAsync(IEnumerable<Operation> aggregate, CancellationToken cancellationToken)
    {
        foreach (var operation in aggregate)
        {
            var now = context.Clock.Now();
            if (!context.Connection.IsOpen(now))
            {
                return false;
            }

            var outcome = await look.TakeAsync(operation, cancellationToken).ConfigureAwait(false);

            // What was found is there; what was not found before a night's sleep may be there by now.
            var finding = outcome.Finding is LookFinding.Absent && context.SleptSince(now) ? new LookFinding.Failed() : outcome.Finding;
            await journal.MoveAsync(operation, new OperationEvent.LookEnded(finding), outcome.Together, CancellationToken.None).ConfigureAwait(false);

            // One that got no answer ends its lane: the others go on, unless the cheap read says that the line itself is gone. Were
            // every list to hang, each lane would have waited for one before anything is sent, and the rest is looked for next time.
            var isUnanswered = finding is LookFinding.Failed && context.Connection.Status.Connectivity != Connectivity.Online;
            if (isUnanswered)
            {
                await identify.RunAsync(cancellationToken).ConfigureAwait(false);
                return false;
            }
        }

        return true;
    }
}
