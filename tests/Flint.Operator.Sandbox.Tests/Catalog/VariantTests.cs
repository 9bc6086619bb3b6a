using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Catalog;

public sealed class VariantTests
{
    [Fact]
    public async Task List_OfAProduct_ComesInItsPositions()
    {
        await using var host = await SandboxHost.StartAsync();
        var path = await PathAsync(host, "RCC-JER");
        var variants = (await host.GetAsync(path)).List;

        Assert.Equal(["S", "M", "L", "XL"], variants.Select(variant => Text(variant!, "name")));
        Assert.Equal("Size", Text(variants[0]!["selected_options"]![0]!, "option_name"));
        foreach (var variant in variants)
            Assert.True(JsonNode.DeepEquals(variant, (await host.GetAsync($"{path}/{Text(variant!, "variant_id")}")).Data));
    }

    [Theory]
    [InlineData("RCC-TUB", "status=inactive", "650b")]
    [InlineData("RCC-JER", "external_reference_id=RCC-JER-L", "L")]
    [InlineData("RCC-BTL", "query=0850012340024", "Clear")]
    [InlineData("RCC-JER", "sort_by=unit_price&sort_direction=desc&page_size=1", "XL")]
    [InlineData("RCC-JER", "sort_by=position&sort_direction=desc&page_size=1", "XL")]
    [InlineData("RCC-SVC", "delivery_configuration_status=not_applicable&query=ful", "Full")]
    public async Task List_FilteredOrSorted_FindsTheOne(string product, string query, string name)
    {
        await using var host = await SandboxHost.StartAsync();
        Assert.Equal(name, Text(Assert.Single((await host.GetAsync($"{await PathAsync(host, product)}?{query}")).List)!, "name"));
    }

    [Theory]
    [InlineData("position")]
    [InlineData("created_at")]
    [InlineData("updated_at")]
    [InlineData("unit_price")]
    public async Task List_SortedInPages_ShowsEachOnce(string sort)
    {
        await using var host = await SandboxHost.StartAsync();
        var path = await PathAsync(host, "RCC-HLM");
        var up = await host.AllAsync($"{path}?sort_by={sort}&sort_direction=asc&page_size=1");
        var down = await host.AllAsync($"{path}?sort_by={sort}&sort_direction=desc&page_size=3");
        Assert.Equal(4, up.Count);
        Assert.Equal(up.Select(Id), down.Select(Id).Reverse());

        static string Id(JsonNode variant) => Text(variant, "variant_id");
    }

    [Fact]
    public async Task Get_TrackedAndUntracked_SayWhetherStockIsKept()
    {
        await using var host = await SandboxHost.StartAsync();
        var helmets = (await host.GetAsync(await PathAsync(host, "RCC-HLM"))).List;
        Assert.All(helmets, helmet => Assert.Equal("tracked", Text(helmet!, "inventory_tracking")));
        Assert.False(helmets.Single(helmet => Text(helmet!, "sku") == "RCC-HLM-L-RED")!["available_for_sale"]!.GetValue<bool>());
        var bar = (await host.GetAsync(await PathAsync(host, "RCC-BAR"))).List[0]!.AsObject();
        Assert.Equal("not_tracked", Text(bar, "inventory_tracking"));
        Assert.False(bar.ContainsKey("inventory_item_id"));
    }

    [Fact]
    public async Task Get_VariantOfAnotherProduct_IsNotFound()
    {
        await using var host = await SandboxHost.StartAsync();
        var jersey = await host.ProductAsync("RCC-JER");
        var answer = await host.GetAsync($"{await PathAsync(host, "RCC-GLV")}/{Text(jersey, "default_variant_id")}");
        Assert.Equal((HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("sort_by=name", "INVALID_SORT_BY")]
    [InlineData("status=gone", "VALIDATION_ERROR")]
    [InlineData("sku=RCC-JER-S", "UNSUPPORTED_QUERY_PARAM")]
    public async Task List_UnsoundQuery_IsRefused(string query, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        Assert.Equal(code, (await host.GetAsync($"{await PathAsync(host, "RCC-JER")}?{query}")).Code);
    }

    private static async Task<string> PathAsync(SandboxHost host, string reference) =>
        $"/v1/products/{Text(await host.ProductAsync(reference), "product_id")}/variants";

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
