namespace Flint.Operator.Simulation.Auditing;

/// <summary>An invariant of sync.md section 10, by its number, that did not hold. 0 is the engine throwing.</summary>
internal sealed record Violation(int Invariant, TimeSpan At, string What);
