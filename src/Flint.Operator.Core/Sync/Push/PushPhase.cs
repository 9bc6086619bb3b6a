using System.Collections.Concurrent;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Push;

/// <summary>
/// Sends what is ready: first in, first out inside an aggregate, a few aggregates at a time; one whose buyer may be waiting
/// before all others and alone; and one stuck operation delays no other aggregate.
/// </summary>
public sealed class PushPhase(IOperatorStore store, OperationSender sender, IdentifyPhase identify, Turns turns, Setbacks setbacks, WatchList watch, SyncSignal signal, SyncContext context)
{
    /// <summary>Sends until nothing more can go now, the connection fails, or the rest of the cycle is to have its turn. However fast taps come, each cycle sends something.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var open = await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false);
        var aggregates = open.GroupBy(operation => operation.Aggregate, StringComparer.Ordinal).ToLookup(group => watch.IsWatched(group.Key), group => group.ToList());
        foreach (var aggregate in aggregates[true].Where(CanGo))
        {
            if (!await StepAsync(aggregate, cancellationToken).ConfigureAwait(false)
                || signal.IsPrompted
                || await CameIntoDoubtAsync(aggregate, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        var turn = turns.Begin();
        var queue = new ConcurrentQueue<List<Operation>>(aggregates[false].Where(CanGo));
        var lanes = Enumerable.Range(0, context.Options.Lanes).Select(_ => RunLaneAsync(queue, turn, cancellationToken));
        await Task.WhenAll(lanes).ConfigureAwait(false);
    }

    // What only waits must not use up the turn of what can go: with thousands of refused ones the last in line would never have any.
    private bool CanGo(List<Operation> aggregate)
    {
        var now = context.Clock.Now();
        return setbacks.Wait(aggregate[0].Aggregate, now) == TimeSpan.Zero
            && OperationSchedule.InTurn(aggregate).Any(o => context.IsOurs(o) && OperationSchedule.Next(o, now, context.Options) is NextStep.Send or NextStep.Note);
    }

    private async Task RunLaneAsync(ConcurrentQueue<List<Operation>> queue, Pause turn, CancellationToken cancellationToken)
    {
        while (queue.TryDequeue(out var aggregate))
        {
            if (!await StepAsync(aggregate, cancellationToken).ConfigureAwait(false) || turns.IsOver(turn))
            {
                return;
            }
        }
    }

    // It was sent just now and a buyer waits for it: the look comes before everything else that could be sent.
    private async Task<bool> CameIntoDoubtAsync(List<Operation> sent, CancellationToken cancellationToken)
    {
        foreach (var before in sent.Where(operation => operation.Doubt is null))
        {
            if (await store.FindOperationAsync(before.Id, cancellationToken).ConfigureAwait(false) is { Doubt: not null } after
                && OperationSchedule.Next(after, context.Clock.Now(), context.Options) is NextStep.Look)
            {
                return true;
            }
        }

        return false;
    }

    private Task<bool> StepAsync(List<Operation> aggregate, CancellationToken cancellationToken) =>
        setbacks.StepAsync(aggregate[0].Aggregate, () => DrainAsync(aggregate, cancellationToken));

    private async Task<bool> DrainAsync(List<Operation> operations, CancellationToken cancellationToken)
    {
        Operation? blocker = null;
        foreach (var queued in operations.Where(o => blocker is null || OperationSchedule.MayPass(o, blocker)))
        {
            // Read anew: the one before it in line may just have released it.
            var operation = await store.FindOperationAsync(queued.Id, cancellationToken).ConfigureAwait(false);
            while (operation is not null && await sender.StepAsync(operation, cancellationToken).ConfigureAwait(false) is { } moved)
            {
                operation = moved;
            }

            // A failed request costs one cheap read, which tells whether it was the network or this operation alone.
            if (!await identify.RunAsync(cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            operation = await store.FindOperationAsync(queued.Id, cancellationToken).ConfigureAwait(false);
            blocker ??= operation is { IsFinal: false } ? operation : null;
        }

        return true;
    }
}
