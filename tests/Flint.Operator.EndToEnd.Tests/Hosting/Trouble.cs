namespace Flint.Operator.EndToEnd.Tests.Hosting;

/// <summary>One request in five goes wrong, on every route, the buyer's pages too, and in every way that the sandbox knows.</summary>
internal static class Trouble
{
    // The first rule that strikes is taken: thirteen ways at 1.7 % each are 20 % together.
    private const double Each = 0.017;

    private static readonly string[] Kinds =
    [
        "down", "reset", "slow", "lost_reply", "truncated", "error_before", "error_after", "unavailable", "rate_limited",
        "stale_list", "captive_portal", "duplicate", "clock_offset",
    ];

    /// <summary>A plan for the sandbox; none for null.</summary>
    public static object Plan(int? seed) => seed is null ? new { } : new { seed, rules = Kinds.Select(Rule) };

    private static object Rule(string kind) => kind switch
    {
        "slow" => new { kind, route = "*", probability = Each, delay_ms = 1000 },
        "stale_list" => new { kind, route = "*", probability = Each, stale_seconds = 20 },
        "clock_offset" => new { kind, route = "*", probability = Each, offset_seconds = -300 },
        _ => new { kind, route = "*", probability = Each },
    };
}
