namespace Flint.Operator.Core.Sync.Operations;

/// <summary>The states of an operation (sync.md section 4). <see cref="OperationMachine"/> holds every legal move.</summary>
public enum OperationState
{
    /// <summary>Needs another operation to be done first.</summary>
    Waiting,

    /// <summary>May be sent.</summary>
    Ready,

    /// <summary>A request is out; its attempt was committed before the first byte left.</summary>
    InFlight,

    /// <summary>It is not known whether the request had an effect; no look was taken yet.</summary>
    Unknown,

    /// <summary>At least one look found nothing so far; absence is being proven.</summary>
    Looking,

    /// <summary>The record exists and carries our reference.</summary>
    Done,

    /// <summary>The API said no, definitely.</summary>
    Refused,

    /// <summary>A corrected operation took its place.</summary>
    Superseded,

    /// <summary>A person gave it up.</summary>
    Dropped,

    /// <summary>Cancelled before it was ever sent.</summary>
    Cancelled,

    /// <summary>Set aside for safety until a person confirms.</summary>
    Held,

    /// <summary>A checkout for a buyer who has probably left: a person decides.</summary>
    Triage,

    /// <summary>The same field was changed here and at the API: a person chooses.</summary>
    Conflict,

    /// <summary>A stale checkout that became a payment link.</summary>
    Converted,
}
