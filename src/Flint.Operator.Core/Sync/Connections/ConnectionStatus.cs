using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Connections;

/// <summary>What the header shows, judged from the outcomes of real requests.</summary>
/// <param name="Connectivity">How requests fare.</param>
/// <param name="Pause">Why the account sends nothing although it could be reached; null when it may send.</param>
/// <param name="Account">Who the API says this key is; null until it has said so.</param>
/// <param name="LastHeardAt">When the API last answered, UTC.</param>
public sealed record ConnectionStatus(Connectivity Connectivity, AccountPause? Pause, AccountIdentity? Account, DateTimeOffset? LastHeardAt)
{
    /// <summary>Before the first request of a run.</summary>
    public static ConnectionStatus Unheard { get; } = new(Connectivity.Offline, null, null, null);

    /// <summary>What the key may do: what needs another right waits for it.</summary>
    public KeyRights Rights { get; init; } = KeyRights.Unknown;
}
