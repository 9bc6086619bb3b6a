using System.Text.Json.Serialization;

namespace Flint.Operator.Sandbox.Faults;

[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
internal enum FaultKind
{
    [JsonStringEnumMemberName("down")]
    Down,
    [JsonStringEnumMemberName("slow")]
    Slow,
    [JsonStringEnumMemberName("lost_reply")]
    LostReply,
    [JsonStringEnumMemberName("error_before")]
    ErrorBefore,
    [JsonStringEnumMemberName("error_after")]
    ErrorAfter,
    [JsonStringEnumMemberName("unavailable")]
    Unavailable,
    [JsonStringEnumMemberName("rate_limited")]
    RateLimited,
    [JsonStringEnumMemberName("captive_portal")]
    CaptivePortal,
}
