using Flint.Operator.Core.Sync;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>What a device was told about a request of its own. No status means that no answer came.</summary>
internal sealed record Arrival(Departure Asked, TimeSpan At, int? Status, TimeSpan? RetryAfter, IReadOnlyList<RemoteRecord>? Found)
{
    /// <summary>Whether the request had surely no effect: it never left, or was turned away at the gate.</summary>
    public bool HadNoEffect { get; init; }
}
