namespace Flint.Operator.Core.Sync;

/// <summary>
/// Sends what is ready: first in, first out inside an aggregate; one whose buyer may be waiting before all others; and one
/// stuck operation delays no other aggregate.
/// </summary>
public sealed class PushPhase(IOperatorStore store, OperationSender sender, IdentifyPhase identify, WatchList watch, SyncSignal signal)
{
    /// <summary>Sends until nothing more can go now, the connection fails, or a new tap asks for its turn.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var open = await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false);
        var aggregates = open.GroupBy(operation => operation.Aggregate, StringComparer.Ordinal).OrderBy(group => watch.IsWatched(group.Key) ? 0 : 1);
        foreach (var aggregate in aggregates)
        {
            if (signal.IsPrompted || !await DrainAsync([.. aggregate], cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private async Task<bool> DrainAsync(IReadOnlyList<Operation> operations, CancellationToken cancellationToken)
    {
        foreach (var queued in operations)
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
            if (operation is { IsFinal: false })
            {
                return true;
            }
        }

        return true;
    }
}
