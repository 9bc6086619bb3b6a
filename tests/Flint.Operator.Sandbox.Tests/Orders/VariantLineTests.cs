using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Orders;

public sealed class VariantLineTests
{
    [Fact]
    public async Task Create_VariantBesideAnOwnLine_TakesNamePriceAndSourceFromTheCatalog()
    {
        await using var host = await SandboxHost.StartAsync();
        var variant = await host.VariantAsync("RCC-JER-XL");
        var order = await host.PostAsync("/v1/orders", new JsonObject
        {
            ["line_items"] = new JsonArray(
                new JsonObject { ["variant_id"] = variant, ["quantity"] = 2, ["metadata"] = new JsonObject { ["for"] = "Kim" } }, Given.Line()),
        });

        Assert.Equal(HttpStatusCode.Created, order.Status);
        var line = order.Data["line_items"]![0]!;
        Assert.Equal(("Club jersey (XL)", variant, "RCC-JER-XL", "variant"), (Text(line, "name"), Text(line, "variant_id"), Text(line, "sku"), Text(line, "source_type")));
        Assert.Equal((6900, 13_800), (Amount(line, "unit_price_money"), Amount(line, "total_money")));
        Assert.Equal("XL", Text(line["selected_options"]![0]!, "value"));
        Assert.Equal("kit", Text(line["categories"]![0]!, "handle"));
        Assert.Equal("""{"for":"Kim"}""", line["metadata"]!.ToJsonString());
        Assert.Equal("not_fulfilled", Text(order.Data, "fulfillment_status"));
        Assert.Equal(13_800 + 8500, order.Data["pricing_amounts"]!["total_money"]!["amount"]!.GetValue<long>());
        Assert.Single((await host.GetAsync("/v1/orders?fulfillment_status=not_fulfilled,canceled&query=jersey")).List);
    }

    [Theory]
    [InlineData("RCC-CMP")]
    [InlineData("RCC-CAP")]
    [InlineData("RCC-TUB-650")]
    [InlineData("RCC-HLM-L-RED")]
    public async Task Create_VariantNotForSale_IsRefused(string sku)
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.PostAsync("/v1/orders", Routed(await BodyAsync(host, sku)));
        Assert.Equal((HttpStatusCode.BadRequest, "VALIDATION_ERROR", "line_items[0].variant_id"), (answer.Status, answer.Code, Text(answer.Error, "param")));
    }

    [Fact]
    public async Task Create_TrackedVariant_NeedsToKnowWhereItIsTakenFrom()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = await BodyAsync(host, "RCC-HLM-M-WHT");
        var refused = await host.PostAsync("/v1/orders", body.DeepClone());
        Assert.Equal((HttpStatusCode.BadRequest, "FIELD_REQUIRED", "inventory_routing_source"), (refused.Status, refused.Code, Text(refused.Error, "param")));

        var order = await host.PostAsync("/v1/orders", Routed(body));
        Assert.Equal(HttpStatusCode.Created, order.Status);
        Assert.Equal("tracked", Text(order.Data["line_items"]![0]!["inventory_snapshot"]!, "inventory_tracking"));
        Assert.Equal("fixed_location", Text(order.Data["inventory_routing_source"]!, "type"));
    }

    [Theory]
    [InlineData("""{"variant_id":"VARIANT","name":"Mine"}""", "VALIDATION_ERROR", "line_items[0]")]
    [InlineData("""{"variant_id":"VARIANT","modifiers":[{"text":{"modifier_group_id":"mg_1","value":"Kim"}}]}""", "VALIDATION_ERROR", "line_items[0].modifiers[0].text.modifier_group_id")]
    [InlineData("""{"bundle_id":"bun_1"}""", "VALIDATION_ERROR", "line_items[0].bundle_id")]
    public async Task Create_UnsoundSource_IsRefused(string line, string code, string param)
    {
        await using var host = await SandboxHost.StartAsync();
        var given = line.Replace("VARIANT", await host.VariantAsync("RCC-JER-M"), StringComparison.Ordinal);
        var answer = await host.PostAsync("/v1/orders", new JsonObject { ["line_items"] = new JsonArray(JsonNode.Parse(given)) });
        Assert.Equal((HttpStatusCode.BadRequest, code, param), (answer.Status, answer.Code, Text(answer.Error, "param")));
    }

    [Fact]
    public async Task Create_VariantAndForeignCurrency_IsRefused()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = await BodyAsync(host, "RCC-JER-M");
        body["line_items"]!.AsArray().Insert(0, JsonNode.Parse("""{"name":"A","unit_price_money":{"amount":1,"currency":"EUR"}}"""));
        var answer = await host.PostAsync("/v1/orders", body);
        Assert.Equal(("CURRENCY_MISMATCH", "line_items[1].variant_id"), (answer.Code, Text(answer.Error, "param")));
    }

    private static async Task<JsonObject> BodyAsync(SandboxHost host, string sku) =>
        new() { ["line_items"] = new JsonArray(new JsonObject { ["variant_id"] = await host.VariantAsync(sku) }) };

    private static JsonObject Routed(JsonObject body)
    {
        body["inventory_routing_source"] = JsonNode.Parse("""{"type":"fixed_location","location_id":"loc_1"}""");
        return body;
    }

    private static long Amount(JsonNode node, string name) => node[name]!["amount"]!.GetValue<long>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
