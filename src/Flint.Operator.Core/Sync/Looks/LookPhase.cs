using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Looks;

/// <summary>Asks the API whether operations in doubt have had their effect. A look is a read and always safe.</summary>
public sealed class LookPhase(
    IOperatorStore store, RecordLook look, OperationJournal journal, IdentifyPhase identify, Lanes lanes, WatchList watch, SyncContext context)
{
    /// <summary>
    /// Takes the looks that are due, those whose buyer may be waiting first: a few aggregates at a time, one look after another in
    /// each, until the connection fails or the rest of the cycle is to have its turn. False when the line turned out to be gone.
    /// </summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var isThere = true;
        var now = context.Clock.Now();
        var open = await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false);
        var due = open.Where(operation => operation.Doubt is not null && context.IsOurs(operation) && IsDue(operation, now));
        await lanes.RunAsync(
            due.GroupBy(operation => operation.Aggregate, StringComparer.Ordinal).OrderBy(aggregate => watch.IsWatched(aggregate.Key) ? 0 : 1),
            async aggregate => isThere && await TakeAsync(aggregate).ConfigureAwait(false)).ConfigureAwait(false);
        return isThere;

        async Task<bool> TakeAsync(IEnumerable<Operation> aggregate)
        {
            foreach (var operation in aggregate)
            {
                if (!context.Connection.IsOpen(context.Clock.Now()))
                {
                    return false;
                }

                // One that got no answer ends its lane. The others go on, unless the cheap read says that the line itself is gone: were
                // every list to hang, each lane would wait for one before anything is sent, and the rest is looked for next time.
                if (!await WasAnsweredAsync(operation, cancellationToken).ConfigureAwait(false))
                {
                    if (!await identify.RunAsync(cancellationToken).ConfigureAwait(false))
                    {
                        isThere = false;
                    }

                    return false;
                }
            }

            return true;
        }
    }

    private bool IsDue(Operation operation, Moment now) => OperationSchedule.Next(operation, now, context.Options) is NextStep.Look;

    private async Task<bool> WasAnsweredAsync(Operation operation, CancellationToken cancellationToken)
    {
        var asked = context.Clock.Now();
        var outcome = await look.TakeAsync(operation, cancellationToken).ConfigureAwait(false);

        // What was found is there; what was not found before a night's sleep may be there by now.
        var finding = outcome.Finding is LookFinding.Absent && context.SleptSince(asked) ? new LookFinding.Failed() : outcome.Finding;
        await journal.MoveAsync(operation, new OperationEvent.LookEnded(finding), outcome.Together, CancellationToken.None).ConfigureAwait(false);
        return finding is not LookFinding.Failed || context.Connection.Status.Connectivity == Connectivity.Online;
    }
}
