namespace Flint.Operator.EndToEnd.Tests.Hosting;

/// <summary>
/// The first of everything goes wrong, and then one request in five: on every route, the buyer's pages too, and in every
/// way that the sandbox knows.
/// </summary>
internal static class Trouble
{
    // The first rule that strikes is taken, so eleven ways that can meet any request are 1 - (1 - 0.0205)^11 together: a
    // little more than one in five. Lists, writes and the API have another way each on top.
    private const double Each = 0.0205;

    private static readonly string[] Kinds =
    [
        "down", "reset", "slow", "lost_reply", "truncated", "error_before", "error_after", "unavailable", "rate_limited",
        "captive_portal", "clock_offset", "stale_list", "duplicate", "answer",
    ];

    // Of the first of each write that matters, the work is done and its sender cannot know.
    private static readonly string[] FirstKinds = ["lost_reply", "error_after", "truncated"];

    private static readonly (string Method, string Route)[] Firsts =
    [
        ("POST", "/v1/payment-links"), ("POST", "/v1/orders"), ("POST", "/v1/checkout-sessions"), ("*", "/pay/*"), ("*", "/checkout/*"),
    ];

    /// <summary>A plan for the sandbox; none for null.</summary>
    public static object Plan(int? seed) => seed is { } number ? new { seed = number, rules = Firsts.Select(first => First(first, number)).Concat(Kinds.Select(Rule)) } : new { };

    /// <summary>The faults must have struck where the story went, or it was no story under trouble.</summary>
    public static void AssertStruck(int? seed, IReadOnlyDictionary<string, int> strikes, params string[] routes)
    {
        if (seed is null)
        {
            Assert.Empty(strikes);
            return;
        }

        var seen = string.Join(", ", strikes.Select(strike => $"{strike.Key} {strike.Value}"));
        Assert.All(routes, route => Assert.True(strikes.ContainsKey(route), $"{route} was never struck, only: {seen}"));
    }

    private static object First((string Method, string Route) at, int seed) =>
        new { kind = FirstKinds[seed % FirstKinds.Length], method = at.Method, route = at.Route, count = 1 };

    private static object Rule(string kind) => kind switch
    {
        "slow" => new { kind, route = "*", probability = Each, delay_ms = 1000 },
        "stale_list" => new { kind, route = "*", probability = Each, stale_seconds = 20 },
        "clock_offset" => new { kind, route = "*", probability = Each, offset_seconds = -300 },
        "answer" => new { kind, route = "/v1/*", probability = Each, status = 504 },
        _ => new { kind, route = "*", probability = Each },
    };
}
