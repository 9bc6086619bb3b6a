using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests;

/// <summary>Bodies and things that many tests start from.</summary>
internal static class Given
{
    public static JsonObject Usd(long amount) => new() { ["amount"] = amount, ["currency"] = "USD" };

    public static JsonObject Line(string name = "Bike service", long amount = 8500, long quantity = 1) =>
        new() { ["name"] = name, ["quantity"] = quantity, ["unit_price_money"] = Usd(amount) };

    public static JsonObject OrderBody(long amount = 8500, string? reference = null)
    {
        var body = new JsonObject { ["line_items"] = new JsonArray(Line(amount: amount)), ["tax"] = new JsonObject { ["enabled"] = false } };
        if (reference is not null)
            body["external_reference_id"] = reference;
        return body;
    }

    public static JsonObject LinkBody(string name = "Stall deposit", long amount = 4500) => new()
    {
        ["name"] = name,
        ["line_items"] = new JsonArray(new JsonObject { ["key"] = "deposit", ["name"] = name, ["unit_price_money"] = Usd(amount) }),
    };

    public static async Task<string> OrderAsync(this SandboxHost host, long amount = 8500) =>
        (await host.PostAsync("/v1/orders", OrderBody(amount))).Data["order_id"]!.GetValue<string>();

    public static async Task<string> LinkAsync(this SandboxHost host, JsonObject? body = null) =>
        (await host.PostAsync("/v1/payment-links", body ?? LinkBody())).Data["payment_link_id"]!.GetValue<string>();

    public static Task<ApiAnswer> LaunchAsync(this SandboxHost host, string orderId, JsonObject? extra = null)
    {
        var body = extra ?? [];
        body["order_id"] = orderId;
        return host.PostAsync("/v1/checkout-sessions", body);
    }

    public static string SessionId(this ApiAnswer launch) =>
        launch.Data["checkout_session"]!["checkout_session_id"]!.GetValue<string>();

    public static string SessionUrl(this ApiAnswer launch) => launch.Data["checkout_session"]!["url"]!.GetValue<string>();
}
