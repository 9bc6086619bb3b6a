using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Refunds;

public sealed class RefundTests
{
    [Fact]
    public async Task Create_ForTheOrderAlone_GivesEverythingBack()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = Given.OrderBody();
        body["requested_tip"] = new JsonObject { ["amount_money"] = Given.Usd(500) };
        var order = await host.PaidOrderAsync(body);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        var refund = await host.RefundAsync(order, """{"reason":"duplicate","metadata":{"by":"Kim"}}""");

        Assert.Equal(HttpStatusCode.Created, refund.Status);
        Assert.Equal((9000, 500, "succeeded"), (Amount(refund.Data, "amount_money"), Amount(refund.Data, "refunded_tip_money"), Text(refund.Data, "status")));
        Assert.Equal(("duplicate", "Kim", "original_payment"), (Text(refund.Data, "reason"), Text(refund.Data["metadata"]!, "by"), Text(refund.Data, "refund_method")));
        Assert.True(JsonNode.DeepEquals(refund.Data, (await host.GetAsync($"/v1/refunds/{Text(refund.Data, "refund_id")}")).Data));

        var after = (await host.GetAsync($"/v1/orders/{order}?expand=payment_intents")).Data;
        Assert.Equal(("open", "paid", "refunded"), (Text(after, "status"), Text(after, "payment_status"), Text(after, "refund_status")));
        Assert.Equal((9000, 9000, 0, 0), (Settled(after, "paid"), Settled(after, "refunded"), Settled(after, "net_collected"), Settled(after, "outstanding")));
        Assert.Equal(Text(refund.Data, "refund_id"), Assert.Single(after["refund_ids"]!.AsArray())!.GetValue<string>());
        Assert.Equal("refunded", Text(after["payment_intents"]![0]!, "refund_status"));
        Assert.Equal(("refunded", 500), (Text(after["tips"]![0]!, "status"), Amount(after["tips"]![0]!, "refunded_money")));
        Assert.Equal((8500, 1), (Amount(after["line_items"]![0]!, "refunded_money"), after["line_items"]![0]!["refunded_quantity"]!.GetValue<int>()));
        Assert.Equal("2026-09-14T10:05:00.000Z", Text(after, "updated_at"));
        Assert.Equal("NOTHING_TO_REFUND", (await host.RefundAsync(order)).Code);
    }

    [Fact]
    public async Task Create_ByAmount_NeverGivesBackMoreThanWasTaken()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.PaidOrderAsync();
        var first = await host.RefundAsync(order, """{"amount_money":{"amount":3000,"currency":"USD"}}""");
        var tooMuch = await host.RefundAsync(order, """{"amount_money":{"amount":5501,"currency":"USD"}}""");
        var read = (await host.GetAsync($"/v1/orders/{order}")).Data;

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal((HttpStatusCode.BadRequest, "VALIDATION_ERROR", "amount_money.amount"), (tooMuch.Status, tooMuch.Code, Text(tooMuch.Error, "param")));
        Assert.Equal(5500, Amount(tooMuch.Error, "maximum_money"));
        Assert.Equal(("partially_refunded", 3000, 5500), (Text(read, "refund_status"), Settled(read, "refunded"), Settled(read, "net_collected")));
        Assert.Equal(5500, Amount((await host.RefundAsync(order)).Data, "amount_money"));
        Assert.Equal("refunded", Text((await host.GetAsync($"/v1/orders/{order}")).Data, "refund_status"));
    }

    [Fact]
    public async Task Create_ByAmount_TakesTheTipLast()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = Given.OrderBody();
        body["requested_tip"] = new JsonObject { ["amount_money"] = Given.Usd(1500) };
        var order = await host.PaidOrderAsync(body);
        var goods = await host.RefundAsync(order, """{"amount_money":{"amount":8000,"currency":"USD"}}""");
        var rest = await host.RefundAsync(order, """{"amount_money":{"amount":1000,"currency":"USD"}}""");
        Assert.Equal((0, 500), (Amount(goods.Data, "refunded_tip_money"), Amount(rest.Data, "refunded_tip_money")));
        Assert.Equal("partially_refunded", Text((await host.GetAsync($"/v1/orders/{order}")).Data["tips"]![0]!, "status"));
    }

    [Fact]
    public async Task Create_ForLines_GivesExactlyThemBack()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = new JsonObject { ["line_items"] = new JsonArray(Given.Line("Ticket", 333, 3), Given.Line("Cap", 1000)) };
        body["discounts"] = JsonNode.Parse("""[{"manual":{"name":"Member","amount_money":{"amount":199,"currency":"USD"}}}]""");
        var order = await host.PaidOrderAsync(body);
        var lines = (await host.GetAsync($"/v1/orders/{order}")).Data["line_items"]!.AsArray();
        var ticket = Text(lines[0]!, "order_line_item_id");

        // 999 of 1999, less its share of 199 = 99, is 900 for three.
        var one = await host.RefundAsync(order, Lines(ticket, 1));
        var two = await host.RefundAsync(order, Lines(ticket, 2));
        var four = await host.RefundAsync(order, Lines(ticket, 1));
        Assert.Equal((300, 600), (Amount(one.Data, "amount_money"), Amount(two.Data, "amount_money")));
        Assert.Equal((HttpStatusCode.BadRequest, "line_items[0].quantity"), (four.Status, Text(four.Error, "param")));
        var read = (await host.GetAsync($"/v1/orders/{order}")).Data["line_items"]!;
        Assert.Equal((900, 3, 0, 0), (Amount(read[0]!, "refunded_money"), read[0]!["refunded_quantity"]!.GetValue<int>(),
            Amount(read[1]!, "refunded_money"), read[1]!["refunded_quantity"]!.GetValue<int>()));

        static string Lines(string id, int quantity) =>
            new JsonObject { ["line_items"] = new JsonArray(new JsonObject { ["order_line_item_id"] = id, ["quantity"] = quantity }) }.ToJsonString();
    }

    [Fact]
    public async Task Create_ByPaymentIntent_TakesFromThatPaymentOnly()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.PaidOrderAsync();
        await host.PostAsync($"/v1/orders/{order}/line-items", new JsonObject { ["line_items"] = new JsonArray(Given.Line("Oil", 500)) });
        await (await host.BuyerAsync(await host.LaunchAsync(order))).PayAsync("5555 5555 5555 4444");
        var intents = (await host.GetAsync($"/v1/orders/{order}")).Data["payment_intent_ids"]!.AsArray().Select(id => id!.GetValue<string>()).ToArray();
        var second = await host.PostAsync("/v1/refunds", new JsonObject { ["payment_intent_id"] = intents[1] });

        Assert.Equal((500, intents[1]), (Amount(second.Data, "amount_money"), Text(second.Data, "payment_intent_id")));
        Assert.Equal(order, Text(second.Data, "order_id"));
        var read = (await host.GetAsync($"/v1/orders/{order}?expand=payment_intents")).Data["payment_intents"]!;
        Assert.Equal(("none", "refunded"), (Text(read[0]!, "refund_status"), Text(read[1]!, "refund_status")));
        var rest = await host.RefundAsync(order);
        Assert.Equal(8500, Amount(rest.Data, "amount_money"));
        Assert.Equal([intents[0]], rest.Data["payment_refunds"]!.AsArray().Select(part => Text(part!, "payment_intent_id")));
    }

    [Theory]
    [InlineData("""{}""", 400, "FIELD_REQUIRED", "order_id")]
    [InlineData("""{"order_id":"ord_1"}""", 400, "VALIDATION_ERROR", "order_id")]
    [InlineData("""{"payment_intent_id":"pi_1"}""", 400, "VALIDATION_ERROR", "payment_intent_id")]
    [InlineData("""{"order_id":"ORDER","payment_intent_id":"pi_1"}""", 400, "VALIDATION_ERROR", "payment_intent_id")]
    [InlineData("""{"order_id":"ORDER","amount_money":{"amount":1,"currency":"EUR"}}""", 400, "CURRENCY_MISMATCH", "amount_money.currency")]
    [InlineData("""{"order_id":"ORDER","reason":"because"}""", 400, "VALIDATION_ERROR", "reason")]
    [InlineData("""{"order_id":"ORDER","refund_method":"cash"}""", 400, "VALIDATION_ERROR", "refund_method")]
    [InlineData("""{"order_id":"ORDER","charges":[{"order_charge_id":"chg_1"}]}""", 400, "VALIDATION_ERROR", "charges[0]")]
    [InlineData("""{"order_id":"ORDER","tax_breakdown_refunds":[{"tax_breakdown_id":"tb_1"}]}""", 400, "VALIDATION_ERROR", "tax_breakdown_refunds[0]")]
    [InlineData("""{"order_id":"ORDER","line_items":[{"order_line_item_id":"li_1"}]}""", 400, "VALIDATION_ERROR", "line_items[0].order_line_item_id")]
    [InlineData("""{"order_id":"ORDER","line_items":[{"order_line_item_id":"LINE"},{"order_line_item_id":"LINE"}]}""", 400, "VALIDATION_ERROR", "line_items[1].order_line_item_id")]
    [InlineData("""{"order_id":"ORDER","line_items":[{"order_line_item_id":"LINE","amount_money":{"amount":8501,"currency":"USD"}}]}""", 400, "LINE_ITEM_REFUND_AMOUNT_EXCEEDS_REFUNDABLE", "line_items[0]")]
    [InlineData("""{"order_id":"ORDER","amount_money":{"amount":1,"currency":"USD"},"line_items":[{"order_line_item_id":"LINE"}]}""", 400, "VALIDATION_ERROR", "amount_money.amount")]
    [InlineData("""{"order_id":"ORDER","line_items":[{"order_line_item_id":"LINE","tax_refund_mode":"explicit"}]}""", 400, "VALIDATION_ERROR", "line_items[0].tax_refund_mode")]
    [InlineData("""{"order_id":"ORDER","gift_card_load_id":"x"}""", 400, "UNKNOWN_FIELD", "gift_card_load_id")]
    public async Task Create_Unsound_IsRefused(string body, int status, string code, string param)
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.PaidOrderAsync();
        var line = Text((await host.GetAsync($"/v1/orders/{order}")).Data["line_items"]![0]!, "order_line_item_id");
        var given = body.Replace("ORDER", order, StringComparison.Ordinal).Replace("LINE", line, StringComparison.Ordinal);
        var answer = await host.PostAsync("/v1/refunds", JsonNode.Parse(given)!);
        Assert.Equal((status, code, param), ((int)answer.Status, answer.Code, Text(answer.Error, "param")));
        Assert.Equal("none", Text((await host.GetAsync($"/v1/orders/{order}")).Data, "refund_status"));
    }

    [Theory]
    [InlineData("""{"amount_money":{"amount":0,"currency":"USD"}}""", "NOTHING_TO_REFUND")]
    [InlineData("""{"line_items":[{"order_line_item_id":"LINE","amount_money":{"amount":0,"currency":"USD"}}]}""", "LINE_ITEM_REFUND_AMOUNT_EXCEEDS_REFUNDABLE")]
    public async Task Create_OfNothing_IsRefused(string body, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.PaidOrderAsync();
        var line = Text((await host.GetAsync($"/v1/orders/{order}")).Data["line_items"]![0]!, "order_line_item_id");

        Assert.Equal(code, (await host.RefundAsync(order, body.Replace("LINE", line, StringComparison.Ordinal))).Code);
        Assert.Empty((await host.GetAsync("/v1/refunds")).List);
    }

    [Fact]
    public async Task Create_NothingWasPaid_IsRefused()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var unpaid = await host.RefundAsync(order);
        Assert.Equal((HttpStatusCode.Conflict, "NO_PAYMENTS_FOR_ORDER"), (unpaid.Status, unpaid.Code));

        await (await host.BuyerAsync(await host.LaunchAsync(order))).PayAsync("4000 0000 0000 9995");
        var declined = (await host.GetAsync($"/v1/orders/{order}")).Data["payment_intent_ids"]![0]!.GetValue<string>();
        var intent = await host.PostAsync("/v1/refunds", new JsonObject { ["payment_intent_id"] = declined });
        Assert.Equal((HttpStatusCode.Conflict, "PAYMENT_INTENT_NOT_REFUNDABLE"), (intent.Status, intent.Code));
        Assert.Equal("NO_PAYMENTS_FOR_ORDER", (await host.RefundAsync(order)).Code);
    }

    [Fact]
    public async Task Create_SameKeyTwice_GivesBackOnce()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = new JsonObject { ["order_id"] = await host.PaidOrderAsync(), ["amount_money"] = Given.Usd(100) };
        var first = await host.PostAsync("/v1/refunds", body, "give-back");
        var second = await host.PostAsync("/v1/refunds", body, "give-back");
        Assert.True(JsonNode.DeepEquals(first.Data, second.Data));
        Assert.Equal("true", second.Header("Idempotency-Replayed"));
        Assert.Single((await host.GetAsync("/v1/refunds")).List);
    }

    private static long Amount(JsonNode node, string name) => node[name]!["amount"]!.GetValue<long>();

    private static long Settled(JsonNode order, string name) => order["settlement_amounts"]![$"{name}_money"]!["amount"]!.GetValue<long>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
