namespace Flint.Operator.Faults.Tests.Proxy;

/// <summary>What can happen to one request on its way there and back.</summary>
public enum WireFault
{
    /// <summary>Reset before the server saw a byte.</summary>
    ResetBeforeTheRequest,

    /// <summary>The server gets half of it, then both sides are reset.</summary>
    ResetInTheRequest,

    /// <summary>The server does the work; the client is reset before the status line.</summary>
    LostReply,

    /// <summary>The server does the work; the client gets half the reply, then a reset.</summary>
    ResetInTheReply,

    /// <summary>The proxy stops sending before it has answered, while the server does the work.</summary>
    HalfClosed,

    /// <summary>The reply ends in the middle of its body by an ordinary close.</summary>
    TruncatedReply,

    /// <summary>A whole reply by its headers, whose JSON was cut in half.</summary>
    CutJson,

    /// <summary>Nothing comes back within the client's limit, and nothing ever reached the server.</summary>
    StalledBeforeTheWork,

    /// <summary>The server does the work and nothing comes back within the client's limit.</summary>
    StalledAfterTheWork,

    /// <summary>The server gets it only once the client has given up.</summary>
    LateDelivery,

    /// <summary>The server gets it only once the client's resend was answered.</summary>
    LateAfterTheResend,

    /// <summary>The reply comes one byte at a time, all of it.</summary>
    SlowReply,

    /// <summary>The reply comes one byte at a time and not to its end within the client's limit.</summary>
    TrickledReply,

    /// <summary>The server gets it twice, one after the other; the client sees the second reply.</summary>
    DeliveredTwice,

    /// <summary>The server gets it twice at once; the client sees the second reply.</summary>
    DeliveredTwiceAtOnce,

    /// <summary>A guest network answers 200 with its own page.</summary>
    CaptivePortal,

    /// <summary>A guest network answers 302.</summary>
    Redirect,

    /// <summary>A guest network answers 511.</summary>
    NetworkLogin,

    /// <summary>The server does the work; a gateway answers 502 with a page of its own.</summary>
    BadGateway,
}
