using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Looks;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Core.Sync;

/// <summary>
/// The protocol (sync.md section 7), one cycle at a time. Any step may die: running again reaches the same state. Only one
/// cycle runs at a time; that no second process runs one on the same file is the head's lock.
/// </summary>
public sealed class SyncEngine(RecoverPhase recover, IdentifyPhase identify, LookPhase look, PullPhase pull, PushPhase push, RefreshPhase refresh) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>One cycle.</summary>
    public async Task RunCycleAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!await recover.RunAsync(cancellationToken).ConfigureAwait(false) || !await identify.RunAsync(cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            if (!await look.RunAsync(cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            await pull.RunAsync(cancellationToken).ConfigureAwait(false);
            await push.RunAsync(cancellationToken).ConfigureAwait(false);
            await look.RunAsync(cancellationToken).ConfigureAwait(false);
            await refresh.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();
}
