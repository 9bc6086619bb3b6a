using Flint.Operator.Simulation.Auditing;
using Flint.Operator.Simulation.Mutants;
using Flint.Operator.Simulation.Server;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation;

/// <summary>What all the devices of one history share.</summary>
internal sealed record World(VirtualTime Time, Trace? Trace, SimulatedFlint Server, ServerKind Kind, Auditor Auditor, Mutant Mutant)
{
    public static TimeSpan ClientTimeout { get; } = TimeSpan.FromSeconds(30);
}
