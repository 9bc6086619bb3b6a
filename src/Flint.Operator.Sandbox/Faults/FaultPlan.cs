namespace Flint.Operator.Sandbox.Faults;

/// <summary>All that is set to go wrong; <see cref="Down"/> is the cable pulled out.</summary>
internal sealed record FaultPlan
{
    public bool Down { get; init; }
    public IReadOnlyList<FaultRule> Rules { get; init; } = [];
}
