using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Simulation.Server;

namespace Flint.Operator.Simulation.Network;

/// <summary>What becomes of one request, drawn before it leaves. Times count from its departure; null means never.</summary>
internal sealed record Fate
{
    /// <summary>It never leaves the device, for this reason.</summary>
    public NetworkFault? NotSent { get; init; }

    /// <summary>Something else answers and the server never hears of it.</summary>
    public PortalKind? Portal { get; init; }

    public TimeSpan? ArrivesAfter { get; init; }

    /// <summary>A proxy delivers it once more.</summary>
    public TimeSpan? ArrivesAgainAfter { get; init; }

    public ServerFault Fault { get; init; }

    public TimeSpan Work { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long the reply takes.</summary>
    public TimeSpan? ReplyTakes { get; init; }

    /// <summary>The connection breaks under the client.</summary>
    public TimeSpan? BreaksAfter { get; init; }
}
