using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Looks;

/// <summary>Asks the API whether operations in doubt have had their effect. A look is a read and always safe.</summary>
public sealed class LookPhase(
    IOperatorStore store, RecordLook look, OperationJournal journal, IdentifyPhase identify, Turns turns, Setbacks setbacks, WatchList watch, SyncContext context)
{
    /// <summary>
    /// Takes the looks that are due for as long as its turn is: those whose buyer may be waiting first, those that have failed last.
    /// One that gets no answer ends it, so that lists that hang cost what is to be sent one time-out and not one for each operation.
    /// </summary>
    /// <returns>False when the line turned out to be gone.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var turn = turns.Begin();
        var open = await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false);
        foreach (var operation in open.Where(o => o.Doubt is not null).OrderBy(o => watch.IsWatched(o.Aggregate) ? 0 : 1).ThenBy(o => o.Failures))
        {
            var now = context.Clock.Now();
            if (!context.Connection.IsOpen(now))
            {
                return true;
            }

            if (OperationSchedule.Next(operation, now, context.Options) is not NextStep.Look || !context.IsOurs(operation) || setbacks.Wait(operation.Aggregate, now) > TimeSpan.Zero)
            {
                continue;
            }

            if (await setbacks.StepAsync(operation.Aggregate, () => EndsTheLooksAsync(operation, now, cancellationToken)).ConfigureAwait(false))
            {
                return context.Connection.Status.Connectivity == Connectivity.Online;
            }

            if (turns.IsOver(turn))
            {
                return true;
            }
        }

        return true;
    }

    private async Task<bool> EndsTheLooksAsync(Operation operation, Moment asked, CancellationToken cancellationToken)
    {
        var outcome = await look.TakeAsync(operation, cancellationToken).ConfigureAwait(false);

        // What was found is there; what was not found before a night's sleep may be there by now.
        var finding = outcome.Finding is LookFinding.Absent && context.SleptSince(asked) ? new LookFinding.Failed() : outcome.Finding;
        var wasAnswered = finding is not LookFinding.Failed || context.Connection.Status.Connectivity == Connectivity.Online;

        // Where the network, the key or a limit stood in the way, it was no failure of the operation, and it stays as it was.
        if (finding is not LookFinding.Failed || await IsItsOwnAsync(operation, cancellationToken).ConfigureAwait(false))
        {
            await journal.MoveAsync(operation, new OperationEvent.LookEnded(finding), outcome.Together, CancellationToken.None).ConfigureAwait(false);
        }

        return !wasAnswered;
    }

    private async Task<bool> IsItsOwnAsync(Operation operation, CancellationToken cancellationToken) =>
        context.Connection.IsOpen(context.Clock.Now()) && await identify.RunAsync(cancellationToken).ConfigureAwait(false) && context.IsOurs(operation);
}
