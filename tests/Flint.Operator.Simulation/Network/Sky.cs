namespace Flint.Operator.Simulation.Network;

/// <summary>What the way between one device and the server is like for a while.</summary>
internal enum Sky
{
    Fair,
    Rough,
    Offline,
    Portal,
    Down,
    Refused,
    Throttled,
}
