namespace Flint.Operator.Core.Sync.Operations;

/// <summary>What left an operation in doubt: the rows of the table in sync.md section 6.</summary>
public enum DoubtReason
{
    /// <summary>No status line came: time-out, reset, killed, or something that was not the API answered.</summary>
    NoAnswer,

    /// <summary>A visible 5xx: the work may have been done without its key being kept.</summary>
    ServerError,

    /// <summary><c>IDEMPOTENCY_KEY_IN_PROGRESS</c>: an earlier send is still running.</summary>
    InProgress,

    /// <summary>The key is too old to be sure of the API's memory, or a stored failure answers for it.</summary>
    KeyNotUsable,
}
