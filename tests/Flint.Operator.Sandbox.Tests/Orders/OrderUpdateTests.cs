using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Orders;

public sealed class OrderUpdateTests
{
    private const string Destination = """{"delivery_destination":{"address":{"line1":"1 River Rd","city":"Denver","country":"US"}}}""";

    [Fact]
    public async Task Update_EveryField_IsKept()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var change = JsonNode.Parse(
            """
            {"buyer_note":"b","internal_note":"i","customer_id":"cus_1","external_reference_id":"r","metadata":{"a":"1"},
             "requested_tip":{"percent":10},"inventory_routing_source":{"type":"fixed_location","location_id":"loc_1"},
             "tax":{"enabled":true,"calculation":{"mode":"external","price_mode":"additive","components":[
               {"flat_money":{"amount":29,"currency":"USD"},"jurisdiction":{"code":"CO","country":"US","level":"state","name":"Colorado","state":"CO"}}]}},
             "delivery_destination":{"address":{"line1":"1 River Rd","city":"Denver","country":"US"},"recipient":{"name":"Kim"}}}
            """)!;
        var changed = (await host.PatchAsync($"/v1/orders/{order}", change)).Data;

        foreach (var name in (string[])["buyer_note", "internal_note", "customer_id", "external_reference_id", "metadata", "requested_tip", "inventory_routing_source"])
            Assert.True(JsonNode.DeepEquals(change[name], changed[name]), name);
        Assert.Equal(("external", "calculated"), (Text(changed["tax"]!, "mode"), Text(changed["tax"]!, "status")));
        Assert.Equal("Kim", Text(changed["delivery_destination"]!["recipient"]!, "name"));
        Assert.Equal(8500 + 850 + 29, Total(changed));
        Assert.True(JsonNode.DeepEquals(changed, (await host.GetAsync($"/v1/orders/{order}")).Data));

        var cleared = (await host.PatchAsync($"/v1/orders/{order}", JsonNode.Parse(
            """{"requested_tip":null,"delivery_destination":null,"metadata":null,"buyer_note":"","tax":{"enabled":false}}""")!)).Data.AsObject();
        Assert.Equal(8500, Total(cleared));
        Assert.False(cleared.ContainsKey("requested_tip") || cleared.ContainsKey("delivery_destination") || cleared.ContainsKey("buyer_note"));
        Assert.Empty(cleared["metadata"]!.AsObject());
    }

    [Theory]
    [InlineData("""{"requested_tip":{"percent":10}}""")]
    [InlineData("""{"tax":{"calculation":{"mode":"external","price_mode":"additive","components":[{"flat_money":{"amount":29,"currency":"USD"},"jurisdiction":{"code":"CO","country":"US","level":"state","name":"Colorado","state":"CO"}}]}}}""")]
    public async Task Update_Money_EndsTheOpenSession(string change)
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order);
        await host.PatchAsync($"/v1/orders/{order}", JsonNode.Parse(change)!);
        var session = (await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data;
        Assert.Equal(("invalidated", "order_mutated"), (Text(session, "status"), Text(session, "terminal_reason")));
    }

    [Theory]
    [InlineData("""{"requested_tip":{"percent":10}}""", "ORDER_FINANCIAL_MUTATION_NOT_ALLOWED")]
    [InlineData("""{"tax":{"enabled":false}}""", "ORDER_TAX_NOT_UPDATABLE_AFTER_PAYMENT")]
    [InlineData(Destination, "ORDER_FINANCIAL_MUTATION_NOT_ALLOWED")]
    [InlineData("""{"customer_id":"cus_1"}""", "ORDER_CUSTOMER_NOT_UPDATABLE_AFTER_PAYMENT")]
    public async Task Update_PaidOrder_KeepsItsMoney(string change, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.PaidOrderAsync();
        var answer = await host.PatchAsync($"/v1/orders/{order}", JsonNode.Parse(change)!);
        Assert.Equal((HttpStatusCode.Conflict, code), (answer.Status, answer.Code));
        Assert.Equal(HttpStatusCode.OK, (await host.PatchAsync($"/v1/orders/{order}", JsonNode.Parse("""{"metadata":{"a":"1"}}""")!)).Status);
    }

    [Fact]
    public async Task Update_Customer_IsSetOnceAndNotDuringACheckout()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order);
        var during = await SetAsync("cus_1");
        Assert.Equal((HttpStatusCode.Conflict, "ORDER_CUSTOMER_CHECKOUT_ACTIVE"), (during.Status, during.Code));
        Assert.Equal(launch.SessionId(), Text(during.Error["blocking_resources"]![0]!, "resource_id"));
        await host.PostAsync($"/v1/checkout-sessions/{launch.SessionId()}/close", new JsonObject());

        Assert.Equal("cus_1", Text((await SetAsync("cus_1")).Data, "customer_id"));
        Assert.Equal(HttpStatusCode.OK, (await SetAsync("cus_1")).Status);
        Assert.Equal("ORDER_CUSTOMER_ALREADY_SET", (await SetAsync("cus_2")).Code);
        Assert.Equal("ORDER_CUSTOMER_NOT_CLEARABLE", (await SetAsync("")).Code);

        Task<ApiAnswer> SetAsync(string customer) => host.PatchAsync($"/v1/orders/{order}", new JsonObject { ["customer_id"] = customer });
    }

    [Theory]
    [InlineData("""{"requested_tip":{"amount_money":{"amount":100001,"currency":"USD"}}}""", "TIP_LIMIT_EXCEEDED", "requested_tip")]
    [InlineData("""{"requested_tip":{"amount_money":{"amount":1,"currency":"EUR"}}}""", "TIP_CURRENCY_MISMATCH", "requested_tip.amount_money.currency")]
    [InlineData("""{"requested_tip":{}}""", "INVALID_TIP", "requested_tip")]
    [InlineData("""{"tax":{"enabled":false,"calculation":{"mode":"automatic","price_mode":"additive"}}}""", "TAX_INPUT_CONFLICT", "tax")]
    [InlineData("""{"status":"closed"}""", "UNKNOWN_FIELD", "status")]
    [InlineData("""{"buyer_note":null}""", "NULL_NOT_ALLOWED", "buyer_note")]
    [InlineData("""{"metadata":{"flint_x":"1"}}""", "RESERVED_METADATA_KEY", "metadata.flint_x")]
    public async Task Update_Unsound_IsRefused(string change, string code, string param)
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.PatchAsync($"/v1/orders/{await host.OrderAsync()}", JsonNode.Parse(change)!);
        Assert.Equal((HttpStatusCode.BadRequest, code, param), (answer.Status, answer.Code, Text(answer.Error, "param")));
    }

    [Fact]
    public async Task Create_LineWithItsOwnTax_IsAddedUpAndSwitchesTaxOn()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = new JsonObject { ["line_items"] = new JsonArray(Taxed("additive"), Taxed("inclusive")) };
        var order = (await host.PostAsync("/v1/orders", body)).Data;
        Assert.Equal((true, "external", "calculated"), (order["tax"]!["enabled"]!.GetValue<bool>(), Text(order["tax"]!, "mode"), Text(order["tax"]!, "status")));
        Assert.Equal((2050, 50), (Total(order), order["line_items"]![0]!["tax_money"]!["amount"]!.GetValue<long>()));
        Assert.Equal(HttpStatusCode.Created, (await host.LaunchAsync(Text(order, "order_id"))).Status);

        body["tax"] = new JsonObject { ["enabled"] = false };
        var refused = await host.PostAsync("/v1/orders", body);
        Assert.Equal((HttpStatusCode.BadRequest, "TAX_INPUT_CONFLICT", "line_items[0].tax"), (refused.Status, refused.Code, Text(refused.Error, "param")));

        static JsonObject Taxed(string mode)
        {
            var line = Given.Line("A", 1000);
            line["tax"] = JsonNode.Parse(
                """{"calculation":{"mode":"external","components":[{"percentage":5,"tax_type":"sales_tax","jurisdiction":{"code":"CO","country":"US","level":"state","name":"Colorado","state":"CO"}}]}}""");
            line["tax"]!["calculation"]!["price_mode"] = mode;
            return line;
        }
    }

    [Fact]
    public async Task Read_Expanded_ShowsWhatIsNotThereAsNull()
    {
        await using var host = await SandboxHost.StartAsync();
        var path = $"/v1/orders/{await host.OrderAsync()}";
        var order = (await host.GetAsync(
            $"{path}?expand=customer,subscription,subscription_plan&expand=payment_intents,fulfillments.packages&expand=fulfillments.shipments")).Data.AsObject();
        foreach (var absent in (string[])["customer", "subscription", "subscription_plan"])
            Assert.True(order.TryGetPropertyValue(absent, out var value) && value is null, absent);
        Assert.Empty(order["payment_intents"]!.AsArray());
        Assert.Empty(order["fulfillments"]!.AsArray());
        var unknown = await host.GetAsync($"{path}?expand=refunds");
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_EXPAND", "expand"), (unknown.Status, unknown.Code, Text(unknown.Error, "param")));
    }

    private static long Total(JsonNode order) => order["pricing_amounts"]!["total_money"]!["amount"]!.GetValue<long>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
