namespace Flint.Operator.Core.Sync.Push;

/// <summary>What an operation would be sent to.</summary>
public abstract record TargetReading
{
    private TargetReading()
    {
    }

    /// <summary>Everything it refers to is known.</summary>
    public sealed record Resolved(WireTargets Targets) : TargetReading;

    /// <summary>The API's copy has moved on in the same field: a person chooses.</summary>
    public sealed record Conflicting : TargetReading;

    /// <summary>There is nothing left to ask for: the record is there, and this is all it says.</summary>
    public sealed record Settled(RemoteRecord Record) : TargetReading;

    /// <summary>What has to be known could not be read: a read that fails proves nothing, so nothing is sent.</summary>
    public sealed record Unread : TargetReading;
}
