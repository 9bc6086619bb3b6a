using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Orders;

public sealed class OrderLineAddTests
{
    [Fact]
    public async Task Add_OwnAndVariantLine_AddsUpAndEndsTheOpenSession()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var added = await host.PostAsync($"/v1/orders/{order}/line-items", new JsonObject
        {
            ["line_items"] = new JsonArray(
                Given.Line("Chain oil", 450, 2), new JsonObject { ["variant_id"] = await host.VariantAsync("RCC-TUB-700"), ["quantity"] = 3 }),
        });

        Assert.Equal(HttpStatusCode.OK, added.Status);
        Assert.Equal(8500 + 900 + 2400, Total(added.Data));
        Assert.Equal(["Bike service", "Chain oil", "Inner tube (700c)"], added.Data["line_items"]!.AsArray().Select(line => Text(line!, "name")));
        Assert.Equal("2026-09-14T10:01:00.000Z", Text(added.Data, "updated_at"));
        await AssertMutatedAsync(host, launch);
        Assert.True(JsonNode.DeepEquals(added.Data, (await host.GetAsync($"/v1/orders/{order}")).Data));
        Assert.Equal(HttpStatusCode.Created, (await host.LaunchAsync(order)).Status);
    }

    [Theory]
    [InlineData("""{"line_items":[]}""", "MISSING_LINE_ITEMS", "line_items")]
    [InlineData("""{}""", "MISSING_LINE_ITEMS", "line_items")]
    [InlineData("""{"line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"EUR"}}]}""", "CURRENCY_MISMATCH", "line_items[0].unit_price_money.currency")]
    [InlineData("""{"line_items":[{"variant_id":"var_1"}]}""", "VALIDATION_ERROR", "line_items[0].variant_id")]
    [InlineData("""{"line_items":[{"bundle_id":"bun_1"}]}""", "VALIDATION_ERROR", "line_items[0].bundle_id")]
    [InlineData("""{"line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"USD"},"modifiers":[{"modifier_id":"mod_01K2A0B2C4D6E8F0G2H4J6K8M0"}]}]}""", "VALIDATION_ERROR", "line_items[0].modifiers[0].modifier_id")]
    [InlineData("""{"line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"USD"}}],"note":"x"}""", "UNKNOWN_FIELD", "note")]
    public async Task Add_Unsound_IsRefused(string body, string code, string param)
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.PostAsync($"/v1/orders/{await host.OrderAsync()}/line-items", JsonNode.Parse(body)!);
        Assert.Equal((HttpStatusCode.BadRequest, code, param), (answer.Status, answer.Code, Text(answer.Error, "param")));
    }

    [Fact]
    public async Task Add_MoreLinesThanAnOrderHolds_IsRefused()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var many = new JsonArray([.. Enumerable.Range(0, 200).Select(_ => Given.Line("A", 1))]);
        var answer = await host.PostAsync($"/v1/orders/{order}/line-items", new JsonObject { ["line_items"] = many });
        Assert.Equal((HttpStatusCode.BadRequest, "TOO_MANY_LINE_ITEMS"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Any_WhileAPaymentRuns_IsRefused()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var buyer = await host.BuyerAsync(await host.LaunchAsync(order));
        await buyer.PayAsync("4000 0025 0000 3155");
        var answer = await host.PostAsync($"/v1/orders/{order}/line-items", Lines(Given.Line()));
        Assert.Equal((HttpStatusCode.Conflict, "ORDER_PAYMENT_ATTEMPT_ACTIVE"), (answer.Status, answer.Code));
        Assert.StartsWith("opat_", Text(answer.Error, "order_payment_attempt_id"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_ToAPaidOrder_LeavesTheRestToANewSession()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.PaidOrderAsync();
        var added = await host.PostAsync($"/v1/orders/{order}/line-items", Lines(Given.Line("Oil", 500)));
        Assert.Equal(("partially_paid", 500), (Text(added.Data, "payment_status"), Outstanding(added.Data)));
        Assert.Equal(
            (HttpStatusCode.Conflict, "ORDER_TOTAL_BELOW_NET_COLLECTED"),
            Refusal(await host.PatchAsync(await LineAsync(host, order), JsonNode.Parse("""{"unit_price_money":{"amount":7999,"currency":"USD"}}""")!)));

        var buyer = await host.BuyerAsync(await host.LaunchAsync(order));
        Assert.Equal("$5.00", buyer.Total);
        await buyer.PayAsync("4242424242424242");
        Assert.Equal(("paid", 0), await ReadAsync());

        async Task<(string, long)> ReadAsync()
        {
            var read = (await host.GetAsync($"/v1/orders/{order}")).Data;
            return (Text(read, "payment_status"), Outstanding(read));
        }
    }

    [Fact]
    public async Task Add_ToAnOrderPaidWithATip_LeavesThatTipAlone()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var first = await host.BuyerAsync(await host.LaunchAsync(order, TipChoices()));
        await first.SubmitAsync($"{first.Address.AbsolutePath}/tip", ("percent", "20"));
        Assert.Equal("$102.00", first.Total);
        await first.PayAsync("4242424242424242");

        await host.PostAsync($"/v1/orders/{order}/line-items", Lines(Given.Line("Oil", 500)));
        var second = await host.BuyerAsync(await host.LaunchAsync(order, TipChoices()));
        await second.SubmitAsync($"{second.Address.AbsolutePath}/tip", ("percent", "0"));
        await second.PayAsync("4242424242424242");
        var read = (await host.GetAsync($"/v1/orders/{order}")).Data["settlement_amounts"]!;
        Assert.Equal((10_800, 1800, 0), (Amount("paid_money"), Amount("settled_tip_money"), Amount("outstanding_money")));

        static JsonObject TipChoices() => JsonNode.Parse("""{"tip":{"enabled":true,"tip_percentages":[10,15,20]}}""")!.AsObject();

        long Amount(string name) => read[name]!["amount"]!.GetValue<long>();
    }

    private static JsonObject Lines(params JsonNode[] lines) => new() { ["line_items"] = new JsonArray(lines) };

    private static async Task<string> LineAsync(SandboxHost host, string order) =>
        $"/v1/orders/{order}/line-items/{Text((await host.GetAsync($"/v1/orders/{order}")).Data["line_items"]![0]!, "order_line_item_id")}";

    private static (HttpStatusCode Status, string Code) Refusal(ApiAnswer answer) => (answer.Status, answer.Code);

    private static async Task AssertMutatedAsync(SandboxHost host, ApiAnswer launch)
    {
        var session = (await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data;
        Assert.Equal(("invalidated", "order_mutated"), (Text(session, "status"), Text(session, "terminal_reason")));
    }

    private static long Total(JsonNode order) => order["pricing_amounts"]!["total_money"]!["amount"]!.GetValue<long>();

    private static long Outstanding(JsonNode order) => order["settlement_amounts"]!["outstanding_money"]!["amount"]!.GetValue<long>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
