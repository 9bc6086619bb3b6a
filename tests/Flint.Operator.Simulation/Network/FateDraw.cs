using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Simulation.Server;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Network;

/// <summary>Draws what becomes of a request under a sky, within what the kind of server allows.</summary>
internal sealed class FateDraw(SeededRandom random, ServerKind kind)
{
    // Client time-out 30 s and the worst delay of 120 s: what sync.md section 6 builds its quiet time from.
    private const double Latest = 149;

    private static readonly NetworkFault[] Connecting = [NetworkFault.Connect, NetworkFault.NameResolution, NetworkFault.Tls, NetworkFault.Proxy];

    public Fate Draw(Sky sky, bool isWrite) => sky switch
    {
        Sky.Fair => Fair(),
        Sky.Offline => random.Chance(0.95) ? Fair() with { NotSent = random.Pick(Connecting) } : Fair() with { ArrivesAfter = null },
        Sky.Portal => Fair() with { Portal = isWrite && random.Chance(0.5) ? PortalKind.ForeignRecord : PortalKind.Page },
        Sky.Down => random.Chance(0.9) ? Fair() with { Fault = ServerFault.Unavailable } : Fair(),
        Sky.Refused => random.Chance(isWrite ? 0.9 : 0.6) ? Fair() with { Fault = random.Chance(0.5) ? ServerFault.Unauthorised : ServerFault.Forbidden } : Fair(),
        Sky.Throttled => random.Chance(0.5) ? Fair() with { Fault = ServerFault.RateLimited, RetryAfter = Wait() } : Fair(),
        _ => isWrite ? RoughWrite() : RoughRead(),
    };

    private Fate Fair() => new()
    {
        ArrivesAfter = random.Between(0.05, 0.4), Work = random.Between(0.02, 0.3), ReplyTakes = random.Between(0.05, 0.4),
    };

    // A Retry-After may be missing, short, or absurd.
    private TimeSpan? Wait() => random.Next(6) switch { 0 => null, 1 => TimeSpan.Zero, _ => random.Between(1, 120) };

    private Fate RoughRead() => random.Next(12) switch
    {
        0 => Fair() with { NotSent = random.Pick(Connecting) },
        1 => Fair() with { ArrivesAfter = null },
        2 => Fair() with { BreaksAfter = random.Between(0.01, 2), ReplyTakes = null },
        3 => Fair() with { Fault = ServerFault.Unavailable },
        4 => Fair() with { Portal = random.Chance(0.5) ? PortalKind.ForeignRecord : PortalKind.Page },
        _ => Fair(),
    };

    private Fate RoughWrite()
    {
        var fate = Fair() with { Work = random.Between(0.02, kind.IsPrompt ? 1 : 8), Fault = DrawFault(), RetryAfter = random.Chance(0.7) ? random.Between(1, 60) : null };
        return random.Next(16) switch
        {
            0 => fate with { NotSent = random.Pick(Connecting) },
            1 or 2 => fate with { ArrivesAfter = null },
            3 or 4 or 5 when !kind.RepliesArrive => fate with { ReplyTakes = null },
            6 when !kind.RepliesArrive => fate with { BreaksAfter = random.Between(0.01, 10), ArrivesAfter = random.Chance(0.7) ? fate.ArrivesAfter : null },
            7 when !kind.IsPrompt => fate with { ArrivesAfter = random.Between(1, Latest - 10) },
            8 when !kind.IsPrompt => fate with { ArrivesAgainAfter = random.Between(0.4, random.Chance(0.5) ? 10 : Latest - 10) },
            9 => fate with { Portal = random.Chance(0.5) ? PortalKind.ForeignRecord : PortalKind.Page },
            _ => fate,
        };
    }

    private ServerFault DrawFault() => random.Next(20) switch
    {
        0 or 1 => ServerFault.ErrorBeforeWork,
        2 => ServerFault.Unavailable,
        3 => ServerFault.RateLimited,
        4 => ServerFault.InProgress,
        5 => random.Chance(0.5) ? ServerFault.Unauthorised : ServerFault.Forbidden,
        6 or 7 or 8 when kind.StoresErrors || kind.ForgetsKeys => ServerFault.ErrorAfterWork,
        _ => ServerFault.None,
    };
}
