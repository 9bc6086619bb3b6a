using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.PaymentLinks;

public sealed class LinkListTests
{
    [Theory]
    [InlineData("status=inactive")]
    [InlineData("payment_link_type=donation")]
    [InlineData("external_reference_id=dev7-link-2")]
    [InlineData("query=for the youth")]
    [InlineData("query=LINK-2")]
    [InlineData("query=spring g")]
    [InlineData("query=LINK")]
    [InlineData("created_after=2026-09-14T10:00:30Z")]
    [InlineData("created_after=2026-09-14T12:00:30%2B02:00&created_before=2026-09-14T10:01:30Z&has_plan=false")]
    public async Task List_Filtered_FindsTheOne(string filter)
    {
        await using var host = await SandboxHost.StartAsync();
        var (_, wanted) = await TwoAsync(host);
        var query = filter.Replace("LINK", filter == "query=LINK" ? wanted : "LINK", StringComparison.Ordinal);
        Assert.Equal(wanted, Assert.Single((await host.GetAsync($"/v1/payment-links?{query}")).List)!["payment_link_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task List_ByUpdateTime_ShowsTheLastChangedFirst()
    {
        await using var host = await SandboxHost.StartAsync();
        var (first, second) = await TwoAsync(host);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.PatchAsync($"/v1/payment-links/{first}", new JsonObject { ["description"] = "Touched" });
        Assert.Equal([first, second], await IdsAsync(host, "sort_by=updated_at&sort_direction=desc&page_size=1"));
        Assert.Equal([second, first], await IdsAsync(host, "sort_by=updated_at&sort_direction=asc&page_size=1"));
        Assert.Equal([second, first], await IdsAsync(host, "sort_by=created_at&sort_direction=desc&page_size=1"));
        Assert.Equal([first, second], await IdsAsync(host, "sort_by=created_at&sort_direction=asc&page_size=1"));
    }

    [Theory]
    [InlineData("status=open", "VALIDATION_ERROR", "status")]
    [InlineData("payment_link_type=invoice", "VALIDATION_ERROR", "payment_link_type")]
    [InlineData("has_plan=maybe", "VALIDATION_ERROR", "has_plan")]
    [InlineData("external_reference_id=", "VALIDATION_ERROR", "external_reference_id")]
    [InlineData("updated_after=2026-09-14T10:00:00Z", "UNSUPPORTED_QUERY_PARAM", "updated_after")]
    [InlineData("created_before=2026-09-14", "INVALID_CREATED_BEFORE", "created_before")]
    [InlineData("created_after=2026-09-14T10:00:00Z&created_before=2026-09-14T09:00:00Z", "INVALID_CREATED_RANGE", "created_after")]
    [InlineData("sort_by=name", "INVALID_SORT_BY", "sort_by")]
    [InlineData("sort_direction=down", "INVALID_SORT_DIRECTION", "sort_direction")]
    public async Task List_UnsoundQuery_IsRefused(string query, string code, string param)
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.GetAsync($"/v1/payment-links?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, code, param), (answer.Status, answer.Code, answer.Error["param"]!.GetValue<string>()));
    }

    private static async Task<string[]> IdsAsync(SandboxHost host, string query) =>
        [.. (await host.AllAsync($"/v1/payment-links?{query}")).Select(link => link["payment_link_id"]!.GetValue<string>())];

    /// <summary>A plain link, and a minute later the one that every filter above picks out.</summary>
    private static async Task<(string First, string Second)> TwoAsync(SandboxHost host)
    {
        var first = await host.LinkAsync();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await host.LinkAsync(JsonNode.Parse(
            """{"name":"Spring gift","payment_link_type":"donation","description":"For the youth team","external_reference_id":"dev7-link-2"}""")!.AsObject());
        await host.PatchAsync($"/v1/payment-links/{second}", new JsonObject { ["status"] = "inactive" });
        return (first, second);
    }
}
