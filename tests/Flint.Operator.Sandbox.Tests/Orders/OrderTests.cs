using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Orders;

public sealed class OrderTests
{
    [Fact]
    public async Task Create_DiscountsTipAndTax_AddUp()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = (await host.PostAsync("/v1/orders", JsonNode.Parse(
            """
            {"line_items":[{"name":"A","quantity":3,"unit_price_money":{"amount":333,"currency":"USD"},"metadata":{"k":"v"}},
                           {"name":"B","unit_price_money":{"amount":1001,"currency":"USD"}}],
             "discounts":[{"manual":{"name":"Member","amount_money":{"amount":101,"currency":"USD"}}}],
             "requested_tip":{"percent":12.5,"name":"Thanks"},"customer_id":"cus_1","buyer_note":"b","internal_note":"i",
             "tax":{"calculation":{"mode":"external","price_mode":"additive","components":[
               {"flat_money":{"amount":29,"currency":"USD"},"jurisdiction":{"code":"CO","country":"US","level":"state","name":"Colorado","state":"CO"}}]}},
             "delivery_destination":{"address":{"line1":"1 River Rd","city":"Denver","country":"US"}}}
            """)!)).Data;

        // 2000 less 101, tip 12.5 % of 1899 = 237.375, tax 29.
        Assert.Equal((2000, 101, 29, 237, 2165), (Amount(order, "pricing", "subtotal"), Amount(order, "pricing", "discount"),
            Amount(order, "pricing", "tax"), Amount(order, "pricing", "requested_tip"), Amount(order, "pricing", "total")));
        Assert.Equal((2165, 2165, 0), (Amount(order, "settlement", "outstanding"), Amount(order, "settlement", "balance"), Amount(order, "settlement", "paid")));
        Assert.Equal(101, order["line_items"]!.AsArray().Sum(line => line!["discount_money"]!["amount"]!.GetValue<long>()));
        Assert.Equal(("open", "unpaid", "api"), (Text(order, "status"), Text(order, "payment_status"), Text(order, "origin")));
        Assert.Equal("pending", Text(order["applied_discounts"]![0]!, "status"));
        Assert.True(JsonNode.DeepEquals(order, (await host.GetAsync($"/v1/orders/{order["order_id"]}")).Data));
    }

    [Fact]
    public async Task Create_DiscountAboveTheLines_StopsAtZero()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = Given.OrderBody(500);
        body["discounts"] = JsonNode.Parse("""[{"manual":{"name":"All","amount_money":{"amount":900,"currency":"USD"}}}]""");
        var order = (await host.PostAsync("/v1/orders", body)).Data;
        Assert.Equal((500, 0), (Amount(order, "pricing", "discount"), Amount(order, "pricing", "total")));
    }

    [Theory]
    [InlineData("""{"requested_tip":{"percent":10,"amount_money":{"amount":1,"currency":"USD"}}}""", "INVALID_TIP")]
    [InlineData("""{"requested_tip":{"percent":0.5}}""", "INVALID_TIP_PERCENT")]
    [InlineData("""{"requested_tip":{"amount_money":{"amount":100001,"currency":"USD"}}}""", "TIP_LIMIT_EXCEEDED")]
    [InlineData("""{"requested_tip":{"amount_money":{"amount":1,"currency":"EUR"}}}""", "TIP_CURRENCY_MISMATCH")]
    [InlineData("""{"discounts":[{"promotion":{"promotion_code":"X"}}]}""", "PROMOTION_DECLINED")]
    [InlineData("""{"line_items":[{"variant_id":"var_1"}]}""", "VALIDATION_ERROR")]
    [InlineData("""{"line_items":[{"name":"A","quantity":0,"unit_price_money":{"amount":1,"currency":"USD"}}]}""", "VALIDATION_ERROR")]
    [InlineData("""{"line_items":[{"name":"A","quantity":1000000,"unit_price_money":{"amount":1,"currency":"USD"}}]}""", "LINE_ITEM_QUANTITY_TOO_LARGE")]
    [InlineData("""{"line_items":[{"name":"A","unit_price_money":{"amount":-1,"currency":"USD"}}]}""", "VALIDATION_ERROR")]
    [InlineData("""{"line_items":[{"name":"A","unit_price_money":{"amount":100000000,"currency":"USD"}}]}""", "PRICE_TOO_HIGH")]
    public async Task Create_Unsound_IsRefused(string change, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        var body = Given.OrderBody();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            body[name] = value!.DeepClone();
        Assert.Equal(code, (await host.PostAsync("/v1/orders", body)).Code);
    }

    [Theory]
    [InlineData("""{"scope":"line_item"}""", "scope")]
    [InlineData("""{"discount_class":"line_item"}""", "discount_class")]
    [InlineData("""{"discount_class":"service_charge"}""", "discount_class")]
    [InlineData("""{"order_line_item_ids":["li_1"]}""", "order_line_item_ids")]
    public async Task Create_DiscountOfMoreThanTheGoods_IsRefusedByName(string more, string member)
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.PostAsync("/v1/orders", WithDiscount(more));

        Assert.Equal((HttpStatusCode.BadRequest, "VALIDATION_ERROR", $"discounts[0].manual.{member}"), (answer.Status, answer.Code, Text(answer.Error, "param")));
        Assert.Empty((await host.GetAsync("/v1/orders")).List);
    }

    [Fact]
    public async Task Create_DiscountOfTheOrder_MayBeCalledSo()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = (await host.PostAsync("/v1/orders", WithDiscount("""{"scope":"order","discount_class":"order"}"""))).Data;

        Assert.Equal((100, 8400), (Amount(order, "pricing", "discount"), Amount(order, "pricing", "total")));
        Assert.Equal("order", Text(order["applied_discounts"]![0]!, "discount_class"));
    }

    [Fact]
    public async Task Update_NotesAndMetadata_KeepsTheSessionAlive()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order);
        var patched = await host.PatchAsync($"/v1/orders/{order}", JsonNode.Parse("""{"internal_note":"n","metadata":{"a":"1"},"external_reference_id":"r"}""")!);

        Assert.Equal(("n", "r"), (Text(patched.Data, "internal_note"), Text(patched.Data, "external_reference_id")));
        Assert.Equal("open", Text((await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data, "status"));
    }

    [Fact]
    public async Task Update_Tip_EndsTheOpenSession()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order);
        var patched = await host.PatchAsync($"/v1/orders/{order}", JsonNode.Parse("""{"requested_tip":{"percent":10}}""")!);
        var session = (await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data;

        Assert.Equal(9350, Amount(patched.Data, "pricing", "total"));
        Assert.Equal(("invalidated", "order_mutated"), (Text(session, "status"), Text(session, "terminal_reason")));
        Assert.Equal("NO_FIELDS_TO_UPDATE", (await host.PatchAsync($"/v1/orders/{order}", new JsonObject())).Code);
    }

    [Theory]
    [InlineData("reason")]
    [InlineData("reason_message")]
    public async Task Close_OpenOrder_ClosesItAndItsSession(string reasonName)
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order);
        var closed = await host.PostAsync($"/v1/orders/{order}/close", new JsonObject { [reasonName] = "left" });
        var again = await host.PostAsync($"/v1/orders/{order}/close", new JsonObject());

        Assert.Equal(("closed", "left"), (Text(closed.Data, "status"), Text(closed.Data, "closed_reason")));
        Assert.Equal((HttpStatusCode.BadRequest, "ORDER_ALREADY_CLOSED"), (again.Status, again.Code));
        Assert.Equal("invalidated", Text((await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data, "status"));
        Assert.Equal("ORDER_CLOSED", (await host.PatchAsync($"/v1/orders/{order}", new JsonObject { ["buyer_note"] = "x" })).Code);
        Assert.Equal("ORDER_NOT_OPEN", (await host.LaunchAsync(order)).Code);
    }

    private static JsonObject WithDiscount(string more)
    {
        var manual = JsonNode.Parse(more)!.AsObject();
        (manual["name"], manual["amount_money"]) = ("Member", Given.Usd(100));
        var body = Given.OrderBody();
        body["discounts"] = new JsonArray(new JsonObject { ["manual"] = manual });
        return body;
    }

    private static long Amount(JsonNode order, string group, string name) =>
        order[$"{group}_amounts"]![$"{name}_money"]!["amount"]!.GetValue<long>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
