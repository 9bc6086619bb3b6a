namespace Flint.Operator.Simulation.Histories;

/// <summary>What becomes of the two devices when a database is copied from one to the other.</summary>
internal enum CopyKind
{
    None,

    /// <summary>The old device is gone; what it had sent is still on its way.</summary>
    OriginalRetired,

    /// <summary>Both go on with the same queue.</summary>
    BothLive,
}
