namespace Flint.Operator.Simulation.Time;

/// <summary>The simulation itself cannot go on.</summary>
internal sealed class SimulationException(string message) : Exception(message);
