using System.Net;
using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Catalog;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Tests.PaymentLinks;

public sealed class VariantLinkTests
{
    [Fact]
    public async Task Resolve_VariantLine_SellsWhatTheCatalogSays()
    {
        await using var host = await SandboxHost.StartAsync();
        var variant = await host.VariantAsync("RCC-JER-L");
        var link = await host.PostAsync("/v1/payment-links", Body(variant));
        var line = link.Data["line_items"]![0]!;
        Assert.Equal((HttpStatusCode.Created, variant), (link.Status, Text(line, "variant_id")));
        Assert.False(line["is_catalog_item_unavailable"]!.GetValue<bool>());

        var id = Text(link.Data, "payment_link_id");
        var shown = (await host.GetAsync($"/v1/payment-links/{id}/public")).Data;
        var resolved = shown["resolved_line_items"]![0]!;
        Assert.Equal(("jersey", "Club jersey (L)", "variant"), (Text(resolved, "key"), Text(resolved, "resolved_name"), Text(resolved, "catalog_object_type")));
        Assert.Equal(6500, resolved["resolved_unit_price_money"]!["amount"]!.GetValue<long>());
        Assert.Equal("L", Text(resolved["selected_options"]![0]!, "value"));

        var launch = await ResolveAsync(host, id, shown, """{"quantity_overrides":{"jersey":2}}""");
        var order = (await host.GetAsync($"/v1/orders/{launch.Data["checkout_session"]!["order_id"]}")).Data;
        Assert.Equal((variant, "RCC-JER-L"), (Text(order["line_items"]![0]!, "variant_id"), Text(order["line_items"]![0]!, "sku")));
        Assert.Equal(13_000, order["pricing_amounts"]!["total_money"]!["amount"]!.GetValue<long>());
    }

    [Fact]
    public async Task Page_VariantLine_ShowsWhatIsBought()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.PostAsync("/v1/payment-links", Body(await host.VariantAsync("RCC-JER-L")));
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(new Uri(Text(link.Data, "url")).AbsolutePath);
        Assert.Contains("Club jersey (L)", buyer.Page, StringComparison.Ordinal);
        await buyer.SubmitAsync(buyer.Address.AbsolutePath, ("quantity.jersey", "2"));
        Assert.Equal("$130.00", buyer.Total);
        await buyer.PayAsync("4242424242424242");
        Assert.Equal("paid", buyer.Result);
    }

    [Fact]
    public async Task Resolve_VariantTakenOffSale_IsRefusedAndSaid()
    {
        await using var host = await SandboxHost.StartAsync();
        var variant = await host.VariantAsync("RCC-JER-L");
        var link = Text((await host.PostAsync("/v1/payment-links", Body(variant))).Data, "payment_link_id");
        await using (var database = new SandboxDatabase(host.DataFile, host.Time))
        {
            await database.RunAsync(
                state =>
                {
                    state.Save(state.Find<VariantDocument>(variant)! with { Status = "inactive" });
                    return true;
                },
                CancellationToken.None);
        }

        var shown = (await host.GetAsync($"/v1/payment-links/{link}/public")).Data;
        Assert.True(shown["payment_link"]!["line_items"]![0]!["is_catalog_item_unavailable"]!.GetValue<bool>());
        var answer = await ResolveAsync(host, link, shown, "{}");
        Assert.Equal((HttpStatusCode.Conflict, "PAYMENT_LINK_LINE_ITEM_UNAVAILABLE"), (answer.Status, answer.Code));
        Assert.Empty((await host.GetAsync("/v1/orders")).List);
    }

    [Fact]
    public async Task Create_TrackedVariant_NeedsRoutingAndHandsItOn()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = Body(await host.VariantAsync("RCC-HLM-M-RED"));
        var refused = await host.PostAsync("/v1/payment-links", body);
        Assert.Equal(("FIELD_REQUIRED", "inventory_routing_source"), (refused.Code, Text(refused.Error, "param")));

        body["inventory_routing_source"] = JsonNode.Parse("""{"type":"fixed_location","location_id":"loc_1"}""");
        var link = Text((await host.PostAsync("/v1/payment-links", body)).Data, "payment_link_id");
        var launch = await ResolveAsync(host, link, (await host.GetAsync($"/v1/payment-links/{link}/public")).Data, "{}");
        var order = (await host.GetAsync($"/v1/orders/{launch.Data["checkout_session"]!["order_id"]}")).Data;
        Assert.Equal("loc_1", Text(order["inventory_routing_source"]!, "location_id"));
    }

    [Theory]
    [InlineData("""{"unit_price_overrides":{"jersey":{"amount":1,"currency":"USD"}}}""", "AMOUNT_NOT_ADJUSTABLE", "unit_price_overrides.jersey")]
    [InlineData("""{"modifiers":{"jersey":{"modifiers":[{"modifier_id":"mod_1"}]}}}""", "VALIDATION_ERROR", "modifiers.jersey")]
    [InlineData("""{"quantity_overrides":{"jersey":6}}""", "QUANTITY_ABOVE_MAX", "quantity_overrides.jersey")]
    [InlineData("""{"quantity_overrides":{"hat":1}}""", "UNKNOWN_LINE_ITEM_KEY", "quantity_overrides.hat")]
    public async Task Resolve_UnsoundChoice_IsRefused(string choices, string code, string param)
    {
        await using var host = await SandboxHost.StartAsync();
        var link = Text((await host.PostAsync("/v1/payment-links", Body(await host.VariantAsync("RCC-JER-L")))).Data, "payment_link_id");
        var answer = await ResolveAsync(host, link, (await host.GetAsync($"/v1/payment-links/{link}/public")).Data, choices);
        Assert.Equal((HttpStatusCode.BadRequest, code, param), (answer.Status, answer.Code, Text(answer.Error, "param")));
    }

    private static JsonObject Body(string variant) => new()
    {
        ["name"] = "Jersey order",
        ["line_items"] = new JsonArray(new JsonObject
        {
            ["key"] = "jersey", ["variant_id"] = variant, ["allow_quantity_adjustment"] = true, ["max_quantity"] = 5,
        }),
    };

    private static Task<ApiAnswer> ResolveAsync(SandboxHost host, string link, JsonNode shown, string choices)
    {
        var body = JsonNode.Parse(choices)!.AsObject();
        body["resolution_context"] = shown["resolution_context"]!.DeepClone();
        return host.PostAsync($"/v1/payment-links/{link}/resolve", body, Guid.NewGuid().ToString());
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
