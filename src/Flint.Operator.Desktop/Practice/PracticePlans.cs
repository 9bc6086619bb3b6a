using System.Diagnostics;
using Flint.Operator.Core.Practice;

namespace Flint.Operator.Desktop.Practice;

/// <summary>
/// The fault plans behind the conditions, as the practice API takes them from anybody (docs/sandbox.md). They trouble the
/// API alone: the buyer's page is opened over another network, which has its own good and bad days.
/// </summary>
internal static class PracticePlans
{
    // The first rule that strikes is taken. Twelve of these can meet any request, and 1 - (1 - 0.0185)^12 is one in five;
    // lists and writes have a thirteenth each, and so a little more.
    private const string BadDay = """
        {"rules":[
          {"kind":"down","route":"/v1/*","probability":0.0185},
          {"kind":"reset","route":"/v1/*","probability":0.0185},
          {"kind":"slow","route":"/v1/*","probability":0.0185,"delay_ms":2000},
          {"kind":"lost_reply","route":"/v1/*","probability":0.0185},
          {"kind":"truncated","route":"/v1/*","probability":0.0185},
          {"kind":"error_before","route":"/v1/*","probability":0.0185},
          {"kind":"error_after","route":"/v1/*","probability":0.0185},
          {"kind":"unavailable","route":"/v1/*","probability":0.0185},
          {"kind":"answer","route":"/v1/*","probability":0.0185,"status":504},
          {"kind":"rate_limited","route":"/v1/*","probability":0.0185},
          {"kind":"captive_portal","route":"/v1/*","probability":0.0185},
          {"kind":"clock_offset","route":"/v1/*","probability":0.0185,"offset_seconds":-300},
          {"kind":"stale_list","route":"/v1/*","probability":0.0185,"stale_seconds":20},
          {"kind":"duplicate","route":"/v1/*","probability":0.0185}]}
        """;

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
        PracticeCondition.ListsLag => """{"rules":[{"kind":"stale_list","route":"/v1/*","stale_seconds":60}]}""",
        PracticeCondition.WrongClock => """{"rules":[{"kind":"clock_offset","route":"/v1/*","offset_seconds":-3600}]}""",
        PracticeCondition.BadDay => BadDay,
        _ => throw new UnreachableException($"{condition} is nothing to be chosen."),
    };
}
