using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.CheckoutSessions;

/// <summary>The members of a session that only echo what its maker asked for.</summary>
internal static class SessionSettings
{
    private const int DefaultLifeSeconds = 24 * 60 * 60;

    private static readonly string[] Names =
    [
        "customer_collection", "payments", "redirects", "expiration", "legal", "custom_text", "theme", "tip", "tax",
        "promotion_config", "delivery_method_ids",
    ];

    public static JsonObject Pick(JsonObject source)
    {
        var settings = new JsonObject();
        foreach (var name in Names)
        {
            if (source[name] is { } value)
                settings[name] = value.DeepClone();
        }

        return settings;
    }

    public static TimeSpan Life(JsonObject settings) =>
        TimeSpan.FromSeconds(settings["expiration"]?["expires_in_seconds"]?.GetValue<long>() ?? DefaultLifeSeconds);
}
