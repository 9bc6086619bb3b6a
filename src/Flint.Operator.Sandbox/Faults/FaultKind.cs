using System.Text.Json.Serialization;

namespace Flint.Operator.Sandbox.Faults;

[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
internal enum FaultKind
{
    /// <summary>The connection is closed before anything is done.</summary>
    [JsonStringEnumMemberName("down")]
    Down,

    /// <summary>The same, with a reset instead of an orderly end.</summary>
    [JsonStringEnumMemberName("reset")]
    Reset,
    [JsonStringEnumMemberName("slow")]
    Slow,

    /// <summary>The work is done and kept; not one byte of the answer arrives.</summary>
    [JsonStringEnumMemberName("lost_reply")]
    LostReply,

    /// <summary>The work is done and kept; the answer ends in its middle.</summary>
    [JsonStringEnumMemberName("truncated")]
    Truncated,
    [JsonStringEnumMemberName("error_before")]
    ErrorBefore,
    [JsonStringEnumMemberName("error_after")]
    ErrorAfter,
    [JsonStringEnumMemberName("unavailable")]
    Unavailable,

    /// <summary>Any other answer the API declares: a status, and its code.</summary>
    [JsonStringEnumMemberName("answer")]
    Answer,
    [JsonStringEnumMemberName("rate_limited")]
    RateLimited,

    /// <summary>A list answers as it was a while ago; strikes lists only.</summary>
    [JsonStringEnumMemberName("stale_list")]
    StaleList,
    [JsonStringEnumMemberName("captive_portal")]
    CaptivePortal,

    /// <summary>A write arrives twice and its sender hears the second answer; strikes writes only.</summary>
    [JsonStringEnumMemberName("duplicate")]
    Duplicate,

    /// <summary>The machine that answers has another time: in its Date header, and in what it takes for run out.</summary>
    [JsonStringEnumMemberName("clock_offset")]
    ClockOffset,
}
