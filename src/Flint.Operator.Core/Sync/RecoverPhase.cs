using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync;

/// <summary>
/// First of the cycle: what a dead run left behind. A request that was out when it died has an unknown outcome. It runs once
/// per run of the app, never on a change of network; and again when the end of an attempt could not be written.
/// </summary>
public sealed class RecoverPhase(IOperatorStore store, InstallationCheck check, OperationJournal journal, SyncContext context)
{
    private bool _isFirstDone;
    private bool _done;

    /// <summary>Asks for another recovery: an attempt's end could not be written, so its operation still reads as in flight.</summary>
    public void Again() => _done = false;

    /// <summary>Recovers, if it is due. False when it could not be written; nothing may be sent then.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (_done)
        {
            return true;
        }

        if (!_isFirstDone)
        {
            var installation = await store.LoadInstallationAsync(cancellationToken).ConfigureAwait(false);
            context.Clock.Remember(installation.ClockHighWater);
            _isFirstDone = await check.RunAsync(installation, cancellationToken).ConfigureAwait(false);
        }

        var open = await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false);
        var all = await journal.MoveAllAsync(open.Where(IsUnsettled), new OperationEvent.Restarted(), cancellationToken).ConfigureAwait(false);
        all &= await ReleaseAsync(cancellationToken).ConfigureAwait(false);
        _done = all && _isFirstDone;
        return _isFirstDone;
    }

    private static bool IsUnsettled(Operation operation) =>
        operation is { State: OperationState.InFlight or OperationState.Unknown or OperationState.Looking } or { State: OperationState.Waiting, Doubt: not null };

    // What waits is released in the commit that ends its wait. A file from before that was so may hold some that were missed.
    private async Task<bool> ReleaseAsync(CancellationToken cancellationToken)
    {
        var open = await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false);
        var isOpen = open.Select(operation => operation.Id).ToHashSet(StringComparer.Ordinal);
        var all = true;
        foreach (var waiting in open.Where(operation => operation.State == OperationState.Waiting && !operation.Needs.Any(isOpen.Contains)))
        {
            var needs = new List<Operation?>();
            foreach (var need in waiting.Needs)
            {
                needs.Add(await store.FindOperationAsync(need, cancellationToken).ConfigureAwait(false));
            }

            OperationEvent happened = needs.TrueForAll(need => need?.State == OperationState.Done) ? new OperationEvent.NeedsDone()
                : waiting.CanBeCancelled ? new OperationEvent.Cancelled() : new OperationEvent.Dropped();
            all &= await journal.MoveAsync(waiting, happened, [], cancellationToken).ConfigureAwait(false) is not null;
        }

        return all;
    }
}
