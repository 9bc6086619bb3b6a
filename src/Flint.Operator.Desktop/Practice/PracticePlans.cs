using System.Diagnostics;
using Flint.Operator.Core.Practice;

namespace Flint.Operator.Desktop.Practice;

/// <summary>
/// The fault plans behind the conditions, as the practice API takes them from anybody (docs/sandbox.md). They trouble the
/// API alone: the buyer's page is opened over another network, which has its own good and bad days.
/// </summary>
internal static class PracticePlans
{
    public static string Of(PracticeCondition condition) => condition switch
    {
        PracticeCondition.Fine => "{}",
        PracticeCondition.SlowNetwork => """{"rules":[{"kind":"slow","route":"/v1/*","delay_ms":3000}]}""",
        PracticeCondition.LostReplies => """{"rules":[{"kind":"lost_reply","route":"/v1/*","probability":0.5}]}""",
        PracticeCondition.BusyServer => """
            {"rules":[
              {"kind":"rate_limited","route":"/v1/*","probability":0.4,"retry_after_seconds":5},
              {"kind":"unavailable","route":"/v1/*","probability":0.17}]}
            """,
        PracticeCondition.SignInPage => """{"rules":[{"kind":"captive_portal","route":"/v1/*"}]}""",
        PracticeCondition.BadDay => """
            {"rules":[
              {"kind":"reset","route":"/v1/*","probability":0.03},
              {"kind":"slow","route":"/v1/*","probability":0.03,"delay_ms":2000},
              {"kind":"lost_reply","route":"/v1/*","probability":0.03},
              {"kind":"truncated","route":"/v1/*","probability":0.03},
              {"kind":"error_before","route":"/v1/*","probability":0.02},
              {"kind":"error_after","route":"/v1/*","probability":0.03},
              {"kind":"unavailable","route":"/v1/*","probability":0.02},
              {"kind":"duplicate","route":"/v1/*","probability":0.03}]}
            """,
        _ => throw new UnreachableException($"{condition} is nothing to be chosen."),
    };
}
