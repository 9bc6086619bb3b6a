using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Catalog;

public sealed class ProductTests
{
    [Fact]
    public async Task List_NewSandbox_ShowsTheDemoCatalog()
    {
        await using var host = await SandboxHost.StartAsync();
        var products = (await host.GetAsync("/v1/products?page_size=100")).List;

        Assert.InRange(products.Count, 12, 20);
        Assert.Equal("Club jersey", Text(products[^1]!, "name"));
        foreach (var product in products)
        {
            Assert.Equal(Text(product!, "default_variant_id"), Text(product!["default_variant"]!, "variant_id"));
            Assert.True(JsonNode.DeepEquals(product, (await host.GetAsync($"/v1/products/{Text(product, "product_id")}")).Data));
        }

        Assert.Equal(products.Count, products.Select(product => Text(product!, "external_reference_id")).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("status=inactive", "Summer camp")]
    [InlineData("status=archived", "Anniversary cap")]
    [InlineData("product_type=digital", "Route book")]
    [InlineData("category_handle=refreshments", "Oat bar")]
    [InlineData("sku=RCC-HLM-L-RED", "Road helmet")]
    [InlineData("external_reference_id=RCC-SUN", "Sunday ride")]
    [InlineData("query=PRESTA", "Inner tube")]
    [InlineData("query=rcc-mem-yth", "Season membership")]
    [InlineData("delivery_configuration_status=action_required", "Inner tube")]
    [InlineData("status=active&category_handle=kit&product_type=physical&query=glove", "Winter gloves")]
    [InlineData("created_after=2026-09-12T10:00:00.001Z&created_before=2026-09-14T00:00:00Z", "Anniversary cap")]
    [InlineData("updated_before=2026-08-31T10:00:00.001Z&updated_after=2026-08-01T00:00:00Z", "Club jersey")]
    public async Task List_Filtered_FindsTheOne(string filter, string name)
    {
        await using var host = await SandboxHost.StartAsync();
        Assert.Equal(name, Text(Assert.Single((await host.GetAsync($"/v1/products?{filter}")).List)!, "name"));
    }

    [Fact]
    public async Task List_ByDeliveryProfile_FindsWhatIsDeliveredByIt()
    {
        await using var host = await SandboxHost.StartAsync();
        var jersey = await host.ProductAsync("RCC-JER");
        var profile = Text(jersey["default_variant"]!, "delivery_profile_id");
        var found = (await host.GetAsync($"/v1/products?delivery_profile_id={profile}&page_size=100")).List;
        Assert.All(found, product => Assert.Equal(("physical", "configured"), (Text(product!, "product_type"), Text(product!, "delivery_configuration_status"))));
        Assert.Contains(found, product => Text(product!, "name") == "Club jersey");
        Assert.Empty((await host.GetAsync("/v1/products?delivery_profile_id=other")).List);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("created_at")]
    [InlineData("updated_at")]
    public async Task List_SortedInPages_IsWholeAndReversible(string sort)
    {
        await using var host = await SandboxHost.StartAsync();
        var up = await host.AllAsync($"/v1/products?sort_by={sort}&sort_direction=asc&page_size=5");
        var down = await host.AllAsync($"/v1/products?sort_by={sort}&sort_direction=desc&page_size=4");

        Assert.Equal(up.Select(Id), down.Select(Id).Reverse());
        Assert.Equal(up.Select(product => Text(product, sort)), up.Select(product => Text(product, sort)).Order(StringComparer.Ordinal));

        static string Id(JsonNode product) => Text(product, "product_id");
    }

    [Theory]
    [InlineData("status=sold", "VALIDATION_ERROR", "status")]
    [InlineData("product_type=gift_card", "VALIDATION_ERROR", "product_type")]
    [InlineData("sku=", "VALIDATION_ERROR", "sku")]
    [InlineData("external_reference_id=", "VALIDATION_ERROR", "external_reference_id")]
    [InlineData("sort_by=price", "INVALID_SORT_BY", "sort_by")]
    [InlineData("sort_direction=up", "INVALID_SORT_DIRECTION", "sort_direction")]
    [InlineData("page_size=101", "INVALID_PAGE_SIZE", "page_size")]
    [InlineData("created_after=yesterday", "INVALID_CREATED_AFTER", "created_after")]
    [InlineData("expand=variants", "UNSUPPORTED_QUERY_PARAM", "expand")]
    public async Task List_UnsoundQuery_IsRefused(string query, string code, string param)
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.GetAsync($"/v1/products?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, code, param), (answer.Status, answer.Code, Text(answer.Error, "param")));
    }

    [Fact]
    public async Task Get_InactiveProduct_IsNotForSale()
    {
        await using var host = await SandboxHost.StartAsync();
        var camp = await host.ProductAsync("RCC-CMP");
        Assert.Equal("inactive", Text(camp, "status"));
        Assert.False(camp["available_for_sale"]!.GetValue<bool>());
        Assert.False(camp["default_variant"]!["available_for_sale"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Get_Unknown_IsNotFound()
    {
        await using var host = await SandboxHost.StartAsync();
        foreach (var path in (string[])["/v1/products/prod_1", "/v1/products/prod_1/variants", "/v1/products/prod_1/variants/var_1"])
        {
            var answer = await host.GetAsync(path);
            Assert.Equal((HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task Start_Again_KeepsTheCatalogAsItIs()
    {
        await using var host = await SandboxHost.StartAsync();
        var before = (await host.GetAsync("/v1/products?page_size=100")).List;
        host.Time.Advance(TimeSpan.FromDays(1));
        await using var again = await host.RestartAsync();
        Assert.True(JsonNode.DeepEquals(before, (await again.GetAsync("/v1/products?page_size=100")).List));
    }

    [Fact]
    public async Task Reset_Sandbox_StillHasSomethingToSell()
    {
        await using var host = await SandboxHost.StartAsync();
        (await host.Anyone.PostAsync("/_sandbox/reset", null)).EnsureSuccessStatusCode();
        Assert.InRange((await host.GetAsync("/v1/products?page_size=100")).List.Count, 12, 20);
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
