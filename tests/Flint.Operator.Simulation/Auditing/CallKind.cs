namespace Flint.Operator.Simulation.Auditing;

/// <summary>What a device asks the server.</summary>
internal enum CallKind
{
    WhoAmI,
    Find,
    FindOpen,
    Pull,
    Read,
    Write,
}
