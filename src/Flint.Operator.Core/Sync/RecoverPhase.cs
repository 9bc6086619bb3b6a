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

        var all = true;
        foreach (var operation in await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false))
        {
            if (operation is { State: OperationState.InFlight or OperationState.Unknown or OperationState.Looking } or { State: OperationState.Waiting, Doubt: not null })
            {
                all &= await journal.MoveAsync(operation, new OperationEvent.Restarted(), [], cancellationToken).ConfigureAwait(false) is not null;
            }
        }

        _done = all && _isFirstDone;
        return _isFirstDone;
    }
}
