using Flint.Operator.Simulation.Auditing;

namespace Flint.Operator.Simulation.Histories;

/// <summary>What the auditor found in one history, and its trace if one was asked for.</summary>
internal sealed record HistoryResult(ulong Seed, IReadOnlyList<Violation> Violations, IReadOnlyList<string> Trace);
