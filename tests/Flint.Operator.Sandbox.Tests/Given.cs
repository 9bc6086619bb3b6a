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

    /// <summary>A buyer in front of the page of a session.</summary>
    public static async Task<BuyerBrowser> BuyerAsync(this SandboxHost host, ApiAnswer launch)
    {
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());
        return buyer;
    }

    /// <summary>An order that was paid on its page.</summary>
    public static async Task<string> PaidOrderAsync(this SandboxHost host, JsonObject? body = null, string card = "4242424242424242")
    {
        var order = (await host.PostAsync("/v1/orders", body ?? OrderBody())).Data["order_id"]!.GetValue<string>();
        await (await host.BuyerAsync(await host.LaunchAsync(order))).PayAsync(card);
        return order;
    }

    public static Task<ApiAnswer> RefundAsync(this SandboxHost host, string orderId, string more = "{}")
    {
        var body = JsonNode.Parse(more)!.AsObject();
        body["order_id"] = orderId;
        return host.PostAsync("/v1/refunds", body);
    }

    /// <summary>One product of the demo catalog, by the merchant's reference.</summary>
    public static async Task<JsonNode> ProductAsync(this SandboxHost host, string reference) =>
        Assert.Single((await host.GetAsync($"/v1/products?external_reference_id={reference}")).List)!;

    /// <summary>One variant of the demo catalog, by its SKU.</summary>
    public static async Task<string> VariantAsync(this SandboxHost host, string sku)
    {
        var product = Assert.Single((await host.GetAsync($"/v1/products?sku={sku}")).List)!;
        var variants = (await host.GetAsync($"/v1/products/{product["product_id"]}/variants?external_reference_id={sku}")).List;
        return Assert.Single(variants)!["variant_id"]!.GetValue<string>();
    }

    /// <summary>Every row of a list, page by page.</summary>
    public static async Task<IReadOnlyList<JsonNode>> AllAsync(this SandboxHost host, string path)
    {
        var rows = new List<JsonNode>();
        string? token = null;
        do
        {
            var page = await host.GetAsync(token is null ? path : $"{path}&page_token={token}");
            rows.AddRange(page.List.Select(row => row!));
            token = page.NextPageToken;
        }
        while (token is not null);
        return rows;
    }

    public static string SessionId(this ApiAnswer launch) =>
        launch.Data["checkout_session"]!["checkout_session_id"]!.GetValue<string>();

    public static string SessionUrl(this ApiAnswer launch) => launch.Data["checkout_session"]!["url"]!.GetValue<string>();
}
