using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Orders;

public sealed class OrderLineTests
{
    [Theory]
    [InlineData("""{"quantity":2}""", 17000)]
    [InlineData("""{"unit_price_money":{"amount":8000,"currency":"USD"}}""", 8000)]
    [InlineData("""{"quantity":2,"unit_price_money":{"amount":4250,"currency":"USD"},"expected_version":1}""", 8500)]
    public async Task Change_Money_EndsTheOpenSession(string change, long total)
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order);
        var changed = await host.PatchAsync(await LineAsync(host, order), JsonNode.Parse(change)!);

        Assert.Equal((HttpStatusCode.OK, total), (changed.Status, Total(changed.Data)));
        Assert.Equal(2, changed.Data["line_items"]![0]!["version"]!.GetValue<long>());
        await AssertMutatedAsync(host, launch);
    }

    [Fact]
    public async Task Change_WordsOnly_KeepsTheSessionAlive()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order);
        var line = await LineAsync(host, order);
        await host.PatchAsync(line, JsonNode.Parse("""{"metadata":{"a":"1","b":"2"}}""")!);
        var changed = await host.PatchAsync(line, JsonNode.Parse("""{"name":"Full service","description":"With new cables","metadata":{"a":null}}""")!);

        var shown = changed.Data["line_items"]![0]!;
        Assert.Equal(("Full service", "With new cables"), (Text(shown, "name"), Text(shown, "description")));
        Assert.Equal("""{"b":"2"}""", shown["metadata"]!.ToJsonString());
        Assert.Equal(3, shown["version"]!.GetValue<long>());
        Assert.Equal("open", Text((await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data, "status"));
    }

    [Theory]
    [InlineData("""{"quantity":0}""", 400, "VALIDATION_ERROR", "quantity")]
    [InlineData("""{"quantity":1000000}""", 400, "LINE_ITEM_QUANTITY_TOO_LARGE", "quantity")]
    [InlineData("""{"unit_price_money":{"amount":1,"currency":"EUR"}}""", 400, "CURRENCY_MISMATCH", "unit_price_money.currency")]
    [InlineData("""{"modifiers":[]}""", 400, "FIELD_REQUIRED", "expected_version")]
    [InlineData("""{"expected_version":1,"modifiers":[{"modifier_id":"mod_01K2A0B2C4D6E8F0G2H4J6K8M0"}]}""", 400, "VALIDATION_ERROR", "modifiers[0].modifier_id")]
    [InlineData("""{"expected_version":1,"modifiers":[{"modifier_id":"mod_1"}]}""", 400, "VALIDATION_ERROR", "modifiers[0].modifier_id")]
    [InlineData("""{"name":""}""", 400, "LINE_ITEM_NAME_TOO_LONG", "name")]
    [InlineData("""{"price":1}""", 400, "UNKNOWN_FIELD", "price")]
    [InlineData("""{"tax":{"calculation":{"mode":"external","price_mode":"additive","components":[{"percentage":5,"tax_type":"sales_tax","jurisdiction":{"code":"CO","country":"US","level":"state","name":"Colorado","state":"CO"}}]}}}""", 400, "TAX_INPUT_CONFLICT", "tax")]
    [InlineData("""{"quantity":2,"expected_version":7}""", 409, "ORDER_LINE_ITEM_VERSION_CONFLICT", null)]
    public async Task Change_Unsound_IsRefused(string change, int status, string code, string? param)
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var answer = await host.PatchAsync(await LineAsync(host, order), JsonNode.Parse(change)!);
        Assert.Equal((status, code, param), ((int)answer.Status, answer.Code, answer.Error["param"]?.GetValue<string>()));
        Assert.Equal(8500, Total((await host.GetAsync($"/v1/orders/{order}")).Data));
    }

    [Theory]
    [InlineData("""{"name":"Cheap"}""", "name")]
    [InlineData("""{"description":"Cheap"}""", "description")]
    [InlineData("""{"unit_price_money":{"amount":1,"currency":"USD"}}""", "unit_price_money")]
    public async Task Change_WhatTheCatalogOwns_IsRefused(string change, string param)
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.PostAsync("/v1/orders", await VariantOrderAsync(host, "RCC-JER-M"));
        var line = await LineAsync(host, Text(order.Data, "order_id"));
        var answer = await host.PatchAsync(line, JsonNode.Parse(change)!);
        Assert.Equal((HttpStatusCode.BadRequest, "CATALOG_LINE_ITEM_FIELDS_READ_ONLY", param), (answer.Status, answer.Code, Text(answer.Error, "param")));
        Assert.Equal(13_000, Total((await host.PatchAsync(line, new JsonObject { ["quantity"] = 2 })).Data));
    }

    [Fact]
    public async Task Remove_OneOfTwo_LeavesTheOtherAndEndsTheOpenSession()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var added = await host.PostAsync($"/v1/orders/{order}/line-items", Lines(Given.Line("Oil", 500)));
        var launch = await host.LaunchAsync(order);
        var second = Text(added.Data["line_items"]![1]!, "order_line_item_id");
        var path = $"/v1/orders/{order}/line-items/{second}";
        var removed = await DeleteAsync(host, path, "take-away");

        Assert.Equal((HttpStatusCode.OK, 8500), (removed.Status, Total(removed.Data)));
        await AssertMutatedAsync(host, launch);
        var replayed = await DeleteAsync(host, path, "take-away");
        Assert.Equal("true", replayed.Header("Idempotency-Replayed"));
        Assert.True(JsonNode.DeepEquals(removed.Data, replayed.Data));
        Assert.Equal((HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"), Refusal(await DeleteAsync(host, path)));
        Assert.Equal((HttpStatusCode.BadRequest, "MISSING_LINE_ITEMS"), Refusal(await DeleteAsync(host, await LineAsync(host, order))));
    }

    [Fact]
    public async Task Any_ClosedOrder_IsRefused()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var line = await LineAsync(host, order);
        await host.PostAsync($"/v1/orders/{order}/close", new JsonObject());
        Assert.Equal((HttpStatusCode.BadRequest, "ORDER_CLOSED"), Refusal(await host.PostAsync($"/v1/orders/{order}/line-items", Lines(Given.Line()))));
        Assert.Equal((HttpStatusCode.BadRequest, "ORDER_CLOSED"), Refusal(await host.PatchAsync(line, new JsonObject { ["name"] = "B" })));
        Assert.Equal((HttpStatusCode.BadRequest, "ORDER_CLOSED"), Refusal(await DeleteAsync(host, line)));
        Assert.Equal((HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"), Refusal(await host.PostAsync("/v1/orders/ord_1/line-items", Lines(Given.Line()))));
    }

    private static JsonObject Lines(params JsonNode[] lines) => new() { ["line_items"] = new JsonArray(lines) };

    private static async Task<JsonObject> VariantOrderAsync(SandboxHost host, string sku) =>
        Lines(new JsonObject { ["variant_id"] = await host.VariantAsync(sku) });

    private static async Task<string> LineAsync(SandboxHost host, string order) =>
        $"/v1/orders/{order}/line-items/{Text((await host.GetAsync($"/v1/orders/{order}")).Data["line_items"]![0]!, "order_line_item_id")}";

    private static async Task<ApiAnswer> DeleteAsync(SandboxHost host, string path, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, path);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await ApiAnswer.ReadAsync(await host.Api.SendAsync(request));
    }

    private static (HttpStatusCode Status, string Code) Refusal(ApiAnswer answer) => (answer.Status, answer.Code);

    private static async Task AssertMutatedAsync(SandboxHost host, ApiAnswer launch)
    {
        var session = (await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data;
        Assert.Equal(("invalidated", "order_mutated"), (Text(session, "status"), Text(session, "terminal_reason")));
    }

    private static long Total(JsonNode order) => order["pricing_amounts"]!["total_money"]!["amount"]!.GetValue<long>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
