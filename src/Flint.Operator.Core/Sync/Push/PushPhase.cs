using System.Collections.Concurrent;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Push;

/// <summary>
/// Sends what is ready: first in, first out inside an aggregate, a few aggregates at a time; one whose buyer may be waiting
/// before all others and alone; and one stuck operation delays no other aggregate.
/// </summary>
public sealed class PushPhase(IOperatorStore store, OperationSender sender, IdentifyPhase identify, WatchList watch, SyncSignal signal, SyncContext context)
{
    /// <summary>Sends until nothing more can go now, the connection fails, or a new tap asks for its turn. However fast taps come, each cycle sends something.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var open = await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false);
        var aggregates = open.GroupBy(operation => operation.Aggregate, StringComparer.Ordinal).ToLookup(group => watch.IsWatched(group.Key), group => group.ToList());
        foreach (var aggregate in aggregates[true])
        {
            if (!await DrainAsync(aggregate, cancellationToken).ConfigureAwait(false) || signal.IsPrompted)
            {
                return;
            }
        }

        var queue = new ConcurrentQueue<List<Operation>>(aggregates[false]);
        var lanes = Enumerable.Range(0, context.Options.Lanes).Select(_ => RunLaneAsync(queue, cancellationToken));
        await Task.WhenAll(lanes).ConfigureAwait(false);
    }

    private async Task RunLaneAsync(ConcurrentQueue<List<Operation>> queue, CancellationToken cancellationToken)
    {
        while (queue.TryDequeue(out var aggregate))
        {
            if (!await DrainAsync(aggregate, cancellationToken).ConfigureAwait(false) || signal.IsPrompted)
            {
                return;
            }
        }
    }

    private async Task<bool> DrainAsync(List<Operation> operations, CancellationToken cancellationToken)
    {
        Operation? blocker = null;
        foreach (var queued in operations.Where(o => blocker is null || MayPass(o, blocker)))
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

    // Taking a page out of use beats an edit that waits for a person: it must not stay payable meanwhile (sync.md section 8).
    private static bool MayPass(Operation operation, Operation blocker) =>
        blocker.NeedsPerson && operation.Intent is OperationIntent.SetPaymentLinkActive { IsActive: false } or OperationIntent.CloseCheckoutSession or OperationIntent.CloseOrder;
}
