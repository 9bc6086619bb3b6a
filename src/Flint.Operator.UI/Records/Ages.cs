using Flint.Operator.UI.Strings;
using Microsoft.Extensions.Localization;

namespace Flint.Operator.UI.Records;

/// <summary>Writes when a fact was learned: how long ago while that is short, the time of day after, the day as well when it is another one.</summary>
public sealed class Ages(IStringLocalizer<Texts> texts, TimeProvider time)
{
    /// <summary>"2 s ago", "9 min ago", "14:02", "12 Sep 14:02".</summary>
    public string Of(DateTimeOffset at)
    {
        var age = time.GetUtcNow() - at;
        return age switch
        {
            // A clock that was set back must not make a fact come from the future.
            _ when age < TimeSpan.FromSeconds(1) => texts["Age.now"],
            _ when age < TimeSpan.FromMinutes(1) => texts["Age.seconds", (int)age.TotalSeconds],
            _ when age < TimeSpan.FromHours(1) => texts["Age.minutes", (int)age.TotalMinutes],
            _ => Clock(at),
        };
    }

    /// <summary>The time of day here, with the day when it is not today.</summary>
    public string Clock(DateTimeOffset at)
    {
        var local = Local(at);
        return local.Date == Local(time.GetUtcNow()).Date ? texts["Age.clock", local] : texts["Age.day", local];
    }

    /// <summary>The time of day here, to the second, for steps that follow each other closely.</summary>
    public string Precise(DateTimeOffset at)
    {
        var local = Local(at);
        return local.Date == Local(time.GetUtcNow()).Date ? texts["Age.precise", local] : texts["Age.day", local];
    }

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, time.LocalTimeZone);
}
