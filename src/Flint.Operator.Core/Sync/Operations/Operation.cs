using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Core.Sync.Operations;

/// <summary>
/// One tap's intent on its way to the API: the unit of sync. It is never dropped by code and never edited once sent; screens
/// are views over records and pending operations.
/// </summary>
public sealed record Operation
{
    /// <summary>What every <see cref="Reference"/> begins with.</summary>
    public const string ReferencePrefix = "fop_";

    /// <summary>Its permanent identity, a ULID.</summary>
    public required string Id { get; init; }

    /// <summary>Its place in line; operations of one aggregate run in this order. A corrected operation takes over the place of the one it supersedes.</summary>
    public required long Position { get; init; }

    /// <summary>What must run in order together: the local id of the link, or of the order for the order and all its sessions.</summary>
    public required string Aggregate { get; init; }

    /// <summary>The local id of the record it makes or changes.</summary>
    public required string Lid { get; init; }

    /// <summary>What the operator meant.</summary>
    public required OperationIntent Intent { get; init; }

    /// <summary>Where it stands.</summary>
    public required OperationState State { get; init; }

    /// <summary>Ids of operations that must be done first.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>When the operator tapped, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who tapped; frozen then.</summary>
    public required string OperatorName { get; init; }

    /// <summary>The account it may be sent to; null until this device has learned which account it serves.</summary>
    public AccountIdentity? Account { get; init; }

    /// <summary>Which key is in force; rises only after absence was proven.</summary>
    public int Generation { get; init; }

    /// <summary>When the key in force was born. Its age counts from here, not from the first send.</summary>
    public required Moment KeyBorn { get; init; }

    /// <summary>What is sent; null before the first send, frozen after.</summary>
    public WireRequest? Wire { get; init; }

    /// <summary>How many attempts were begun; each has a row of its own.</summary>
    public int Attempts { get; init; }

    /// <summary>How many requests may have had an effect. While it is 0 the operation can be cancelled without a call.</summary>
    public int Sent { get; init; }

    /// <summary>A look found our session but not its URL; the resend under the same key brings it back.</summary>
    public bool AwaitsUrl { get; init; }

    /// <summary>Failures of its own since it was last sound; being offline is not one.</summary>
    public int Failures { get; init; }

    /// <summary>Set while an earlier attempt may still have its effect.</summary>
    public Doubt? Doubt { get; init; }

    /// <summary>Not to be sent before this wait is over.</summary>
    public Pause? Backoff { get; init; }

    /// <summary>What the API said last against it.</summary>
    public ApiProblem? Problem { get; init; }

    /// <summary>When it became final, UTC.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Why it is <see cref="OperationState.Held"/>; null otherwise.</summary>
    public HoldReason? Hold { get; init; }

    /// <summary>A person said that a stale checkout shall be created all the same.</summary>
    public bool ReleasedByPerson { get; init; }

    /// <summary>Counts the changes of its row; a change is written only over the revision it was made from.</summary>
    public long Revision { get; init; }

    /// <summary>Our mark inside the record it creates: <c>external_reference_id</c>. It is how the record is found again.</summary>
    public string Reference => ReferencePrefix + Id;

    /// <summary>The idempotency key in force.</summary>
    public string Key => IdempotencyKey.For(Id, Generation);

    /// <summary>Whether nothing more will happen to it.</summary>
    public bool IsFinal => State is OperationState.Done or OperationState.Superseded or OperationState.Dropped or OperationState.Cancelled or OperationState.Converted;

    /// <summary>Whether it can be cancelled without a call: nothing of it can be at the API.</summary>
    public bool CanBeCancelled => this is { State: OperationState.Waiting or OperationState.Ready or OperationState.Triage, Sent: 0, Doubt: null };

    /// <summary>Whether what it shall do can still be changed: nothing is frozen yet.</summary>
    public bool CanBeEdited => CanBeCancelled && this is { Attempts: 0, Wire: null };

    /// <summary>Whether more than one paid record carries its reference, and no person has seen that yet.</summary>
    public bool AwaitsChoice => this is { State: OperationState.Held, Hold: HoldReason.SecondRecord };

    /// <summary>Whether it waits for a person.</summary>
    public bool NeedsPerson => State is OperationState.Refused or OperationState.Held or OperationState.Triage or OperationState.Conflict;
}
