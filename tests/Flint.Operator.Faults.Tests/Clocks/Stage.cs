namespace Flint.Operator.Faults.Tests.Clocks;

/// <summary>Where an operation stands when the clock jumps.</summary>
public enum Stage
{
    /// <summary>Before the tap: the app was started with the right clock and has run a cycle.</summary>
    BeforeTheTap,

    /// <summary>Tapped and not sent.</summary>
    Ready,

    /// <summary>The request is out: what an NTP step or a lid closed for two days looks like to it.</summary>
    InFlight,

    /// <summary>The server did the work; its reply was lost.</summary>
    ReplyLost,

    /// <summary>The request was lost.</summary>
    RequestLost,

    /// <summary>As <see cref="ReplyLost"/>, and the app starts again after the jump.</summary>
    ReplyLostThenRestarted,

    /// <summary>As <see cref="RequestLost"/>, and the app starts again after the jump.</summary>
    RequestLostThenRestarted,

    /// <summary>The first look of two found nothing.</summary>
    Looking,

    /// <summary>The order is done, its session is not.</summary>
    BetweenOrderAndSession,
}
