namespace Flint.Operator.Testing.Api;

/// <summary>What goes wrong with one write.</summary>
public enum FlintFault
{
    /// <summary>The connection is refused: nothing leaves.</summary>
    NotSent,

    /// <summary>The request is lost on the way: no work, no answer.</summary>
    LostRequest,

    /// <summary>The work is done and the answer is lost.</summary>
    LostReply,

    /// <summary>A 500 without the work; the key is not kept.</summary>
    ErrorBeforeWork,

    /// <summary>The work is done, a 500 comes back, and the key is not kept: the worst kind of server.</summary>
    ErrorAfterWork,

    /// <summary>A 500 without the work, kept under the key and replayed from then on.</summary>
    KeptError,

    /// <summary>An earlier send is said to be running still.</summary>
    InProgress,

    /// <summary>429 with a Retry-After of a minute.</summary>
    RateLimited,

    /// <summary>The same code without the status that goes with it, and without a Retry-After.</summary>
    RateLimitedByCode,

    /// <summary>401, the key is refused.</summary>
    Unauthorised,

    /// <summary>400, a field is refused.</summary>
    Refused,

    /// <summary>200 with a web page of somebody else.</summary>
    CaptivePortal,

    /// <summary>201 with a record that is not ours.</summary>
    ForeignRecord,
}
