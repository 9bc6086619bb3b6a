using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.PaymentLinks;

public sealed class ResolutionTests
{
    [Fact]
    public async Task Resolve_WithChoices_MakesOrderAndSession()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(PaymentLinkTests.Full());
        var launch = await ResolveAsync(host, link, """{"quantity_overrides":{"dues":3},"custom_field_values":{"day":"Sun"}}""");

        Assert.Equal(HttpStatusCode.Created, launch.Status);
        var session = launch.Data["checkout_session"]!;
        Assert.Equal((link, "payment_link", "open"), (Text(session, "payment_link_id"), Text(session, "origin"), Text(session, "status")));
        Assert.Equal("2026-09-14T10:10:00.000Z", Text(session, "expires_at"));
        var order = await host.GetAsync($"/v1/orders/{session["order_id"]}");
        Assert.Equal(7500, order.Data["pricing_amounts"]!["total_money"]!["amount"]!.GetValue<long>());
        Assert.Equal("payment_link", Text(order.Data, "origin"));
        Assert.Equal("Sun", Text(order.Data["metadata"]!, "custom_field_day"));
        Assert.Equal(launch.SessionId(), Assert.Single((await host.GetAsync($"/v1/checkout-sessions?payment_link_id={link}")).List)!["checkout_session_id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"custom_field_values":{"day":"Mon"}}""", "INVALID_DROPDOWN_VALUE")]
    [InlineData("""{}""", "REQUIRED_CUSTOM_FIELD_MISSING")]
    [InlineData("""{"custom_field_values":{"day":"Sat","shoe":"44"}}""", "UNKNOWN_CUSTOM_FIELD_KEY")]
    [InlineData("""{"custom_field_values":{"day":"Sat","name":"much too long for it"}}""", "VALUE_TOO_LONG")]
    [InlineData("""{"custom_field_values":{"day":"Sat"},"quantity_overrides":{"dues":5}}""", "QUANTITY_ABOVE_MAX")]
    [InlineData("""{"custom_field_values":{"day":"Sat"},"quantity_overrides":{"dues":0}}""", "QUANTITY_BELOW_MIN")]
    [InlineData("""{"custom_field_values":{"day":"Sat"},"quantity_overrides":{"hat":1}}""", "UNKNOWN_LINE_ITEM_KEY")]
    [InlineData("""{"custom_field_values":{"day":"Sat"},"unit_price_overrides":{"dues":{"amount":1,"currency":"USD"}}}""", "AMOUNT_NOT_ADJUSTABLE")]
    [InlineData("""{"resolution_context":"plrc_v1.made-up"}""", "PAYMENT_LINK_RESOLUTION_CONTEXT_INVALID")]
    [InlineData("""{"coupon":"X"}""", "UNKNOWN_FIELD")]
    public async Task Resolve_UnsoundChoice_IsRefused(string choices, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(PaymentLinkTests.Full());
        Assert.Equal(code, (await ResolveAsync(host, link, choices)).Code);
        Assert.Empty((await host.GetAsync("/v1/orders")).List);
    }

    [Theory]
    [InlineData("""{}""", "DONATION_AMOUNT_REQUIRED")]
    [InlineData("""{"unit_price_overrides":{"donation":{"amount":99,"currency":"USD"}}}""", "AMOUNT_BELOW_MIN")]
    [InlineData("""{"unit_price_overrides":{"donation":{"amount":5001,"currency":"USD"}}}""", "AMOUNT_ABOVE_MAX")]
    [InlineData("""{"unit_price_overrides":{"donation":{"amount":500,"currency":"EUR"}}}""", "CURRENCY_MISMATCH")]
    public async Task Resolve_Donation_KeepsItsBounds(string choices, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(JsonNode.Parse(
            """{"name":"Gift","payment_link_type":"donation","donation_min_amount_money":{"amount":100,"currency":"USD"},"donation_max_amount_money":{"amount":5000,"currency":"USD"}}""")!.AsObject());
        Assert.Equal(code, (await ResolveAsync(host, link, choices)).Code);
        Assert.Equal(HttpStatusCode.Created, (await ResolveAsync(host, link, """{"unit_price_overrides":{"donation":{"amount":100,"currency":"USD"}}}""")).Status);
    }

    [Fact]
    public async Task Resolve_InactiveLink_ShowsItsMessage()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(PaymentLinkTests.Full());
        await host.PatchAsync($"/v1/payment-links/{link}", new JsonObject { ["status"] = "inactive" });
        var answer = await ResolveAsync(host, link, "{}");
        Assert.Equal("PAYMENT_LINK_INACTIVE", answer.Code);
        Assert.Equal("Back in spring", answer.Error["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task Resolve_LinkChangedSinceRead_AsksForANewContext()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync();
        var context = await ContextAsync(host, link);
        await host.PatchAsync($"/v1/payment-links/{link}", new JsonObject { ["name"] = "Other" });
        Assert.Equal("PAYMENT_LINK_CHANGED_RETRY", (await ResolveAsync(host, link, "{}", context)).Code);
    }

    [Fact]
    public async Task Resolve_OldContext_AsksForANewOne()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync();
        var context = await ContextAsync(host, link);
        host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("PAYMENT_LINK_RESOLUTION_CONTEXT_REFRESH_REQUIRED", (await ResolveAsync(host, link, "{}", context)).Code);
    }

    [Fact]
    public async Task Public_Link_HidesWhatIsTheMerchants()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(PaymentLinkTests.Full());
        var shown = (await host.GetAsync($"/v1/payment-links/{link}/public")).Data["payment_link"]!.AsObject();
        Assert.False(shown.ContainsKey("metadata") || shown.ContainsKey("external_reference_id") || shown.ContainsKey("url"));
    }

    private static async Task<ApiAnswer> ResolveAsync(SandboxHost host, string link, string choices, string? context = null)
    {
        var body = JsonNode.Parse(choices)!.AsObject();
        body["resolution_context"] ??= context ?? await ContextAsync(host, link);
        return await host.PostAsync($"/v1/payment-links/{link}/resolve", body, Guid.NewGuid().ToString());
    }

    private static async Task<string> ContextAsync(SandboxHost host, string link) =>
        (await host.GetAsync($"/v1/payment-links/{link}/public")).Data["resolution_context"]!.GetValue<string>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
