namespace Flint.Operator.Sandbox.Faults;

/// <summary>All that is set to go wrong; <see cref="Down"/> is the cable pulled out.</summary>
internal sealed record FaultPlan
{
    public bool Down { get; init; }

    /// <summary>Makes the same chances fall again; null for chances of their own.</summary>
    public int? Seed { get; init; }

    /// <summary>What one key may send; null leaves what the sandbox was started with.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>What all callers together may send; null leaves what the sandbox was started with.</summary>
    public int? GlobalRequestsPerSecond { get; init; }

    public IReadOnlyList<FaultRule> Rules { get; init; } = [];
}
