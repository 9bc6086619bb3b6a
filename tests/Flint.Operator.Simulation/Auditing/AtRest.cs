using Flint.Operator.Simulation.Server;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>The end of a history: the faults have stopped long ago and nothing is on its way.</summary>
internal sealed record AtRest(TimeSpan At, IReadOnlyDictionary<string, StoreState> Devices, Ledger Ledger, ServerKind Kind);
