using Flint.Operator.Core.Sync.Looks;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Core.Sync.Operations;

/// <summary>Everything that can happen to an operation.</summary>
public abstract record OperationEvent
{
    private OperationEvent()
    {
    }

    /// <summary>What it needs is done.</summary>
    public sealed record NeedsDone : OperationEvent;

    /// <summary>It grew too old to be sent for a buyer who has probably left.</summary>
    public sealed record GrewStale : OperationEvent;

    /// <summary>Its key grew too old to be sent without a look.</summary>
    public sealed record KeyGrewOld : OperationEvent;

    /// <summary>The look that allowed a resend is too old itself.</summary>
    public sealed record LookGrewStale : OperationEvent;

    /// <summary>A request is about to leave.</summary>
    public sealed record AttemptStarted(WireRequest Wire) : OperationEvent;

    /// <summary>What it refers to could not be read, so nothing was sent.</summary>
    public sealed record TargetUnread : OperationEvent;

    /// <summary>The attempt ended.</summary>
    public sealed record AttemptEnded(Verdict Verdict) : OperationEvent;

    /// <summary>A look ended.</summary>
    public sealed record LookEnded(LookFinding Finding) : OperationEvent;

    /// <summary>The app started again.</summary>
    public sealed record Restarted : OperationEvent;

    /// <summary>A record that carries its reference was read by the way.</summary>
    public sealed record RecordSeen(RemoteRecord Record) : OperationEvent;

    /// <summary>The same field was changed at the API since the operator changed it here.</summary>
    public sealed record ConflictFound : OperationEvent;

    /// <summary>It was set aside for safety.</summary>
    public sealed record SetAside(HoldReason Reason) : OperationEvent;

    /// <summary>A person changed what it shall do before it was ever sent.</summary>
    public sealed record Edited(OperationIntent Intent) : OperationEvent;

    /// <summary>A person cancelled it before it was ever sent.</summary>
    public sealed record Cancelled : OperationEvent;

    /// <summary>A person wants it tried now, whatever wait was set.</summary>
    public sealed record Hurried : OperationEvent;

    /// <summary>A person wants a stale checkout created all the same.</summary>
    public sealed record Released : OperationEvent;

    /// <summary>A person turned a stale checkout into a link.</summary>
    public sealed record Converted : OperationEvent;

    /// <summary>A person gave up one that needed a decision.</summary>
    public sealed record Dropped : OperationEvent;

    /// <summary>A corrected operation took its place.</summary>
    public sealed record Superseded : OperationEvent;

    /// <summary>A person confirmed that a held one may go on.</summary>
    public sealed record Confirmed : OperationEvent;
}
