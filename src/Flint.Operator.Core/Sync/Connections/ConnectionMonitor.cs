using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Connections;

/// <summary>
/// Judges the connection from the outcomes of real requests, and holds what stops the whole account: a refused key, another
/// changed key, a Retry-After. Being offline is a state of the account, never a failure of an operation.
/// </summary>
public sealed class ConnectionMonitor
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ActiveConnection _connection;
    private ConnectionStatus _status = ConnectionStatus.Unheard;
    private Pause? _sleep;

    public ConnectionMonitor(TimeProvider time, ActiveConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        (_time, _connection) = (time, connection);

        // What was said about the key before is not about this one.
        connection.Changed += (_, _) => Set(status => status with { Account = null, Rights = KeyRights.Unknown, Pause = null });
    }

    /// <summary>Raised after the status changed, on the thread that changed it.</summary>
    public event EventHandler? Changed;

    /// <summary>The status now.</summary>
    public ConnectionStatus Status
    {
        get
        {
            lock (_lock)
            {
                return _status;
            }
        }
    }

    /// <summary>What is left of a Retry-After; nothing leaves inside it.</summary>
    public TimeSpan SleepLeft(Moment now)
    {
        lock (_lock)
        {
            return _sleep?.Remaining(now) ?? TimeSpan.Zero;
        }
    }

    /// <summary>Whether requests may leave at all.</summary>
    public bool IsOpen(Moment now) => _connection.IsAccepted && Status is { Pause: null, Connectivity: not Connectivity.Offline } && SleepLeft(now) == TimeSpan.Zero;

    /// <summary>Takes note of how one request fared.</summary>
    public void Hear<T>(GatewayResult<T> result)
    {
        if (result is GatewayResult<T>.NotSent { Fault: NetworkFault.KeyChanged })
        {
            // It was kept back here, which tells nothing of the network.
            return;
        }

        var (connectivity, heard) = result switch
        {
            GatewayResult<T>.Succeeded => (Connectivity.Online, true),
            GatewayResult<T>.Answered { Problem.Status: < 500 } => (Connectivity.Online, true),
            GatewayResult<T>.NotSent => (Connectivity.Offline, false),
            _ => (Connectivity.Limited, false),
        };
        Set(status => status with { Connectivity = connectivity, LastHeardAt = heard ? _time.GetUtcNow() : status.LastHeardAt });
    }

    /// <summary>The API said who the key is, and it may send.</summary>
    public void Identified(AccountIdentity account, KeyRights rights) => Set(status => status with { Account = account, Rights = rights, Pause = null });

    /// <summary>The API refused something because the key lacks these rights. Until it is asked again what the key may do, nothing that needs them is sent.</summary>
    public void Lacks(IEnumerable<string> scopes) => Set(status => status with { Rights = status.Rights.Without(scopes) });

    /// <summary>The API answered, but did not say who the key is: whatever answered, it is not sent to.</summary>
    public void NotIdentified() => Set(status => status is { Pause: null, Connectivity: Connectivity.Online } ? status with { Connectivity = Connectivity.Limited } : status);

    /// <summary>Nothing may be sent until a person mends this.</summary>
    public void Stop(AccountPause pause) => Set(status => status with { Pause = pause });

    /// <summary>Nothing may be sent for a while.</summary>
    public void Sleep(Pause pause)
    {
        lock (_lock)
        {
            // Several lanes may be told at once: the longest wait stands.
            _sleep = _sleep?.Remaining(pause.Since) > pause.For ? _sleep : pause;
        }
    }

    private void Set(Func<ConnectionStatus, ConnectionStatus> change)
    {
        bool changed;
        lock (_lock)
        {
            var before = _status;
            _status = change(before);

            // When it was heard last moves with every answer; the header reads that when it draws.
            changed = before with { LastHeardAt = null } != _status with { LastHeardAt = null };
        }

        if (changed)
        {
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }
}
