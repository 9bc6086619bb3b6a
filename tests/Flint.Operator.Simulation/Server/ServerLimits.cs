namespace Flint.Operator.Simulation.Server;

/// <summary>What one history's server does within its kind: how long it keeps keys, and what else it keeps under them.</summary>
internal sealed record ServerLimits(ServerKind Kind, TimeSpan KeyLife, bool KeepsRefusals, bool WithholdsUrls);
