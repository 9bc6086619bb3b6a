namespace Flint.Operator.Simulation.Network;

/// <summary>What answers in the server's place.</summary>
internal enum PortalKind
{
    /// <summary>A page, with status 200.</summary>
    Page,

    /// <summary>A record of the right shape that is somebody else's.</summary>
    ForeignRecord,
}
