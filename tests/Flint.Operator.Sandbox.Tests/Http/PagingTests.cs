using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Http;

public sealed class PagingTests
{
    [Theory]
    [InlineData("sort_by=created_at&sort_direction=asc", "till-0 till-1 till-2 till-3 till-4")]
    [InlineData("sort_by=created_at&sort_direction=desc", "till-4 till-3 till-2 till-1 till-0")]
    [InlineData("sort_by=total&sort_direction=asc", "till-4 till-3 till-2 till-1 till-0")]
    public async Task List_PageByPage_GivesEveryRowOnceInOrder(string sort, string expected)
    {
        await using var host = await WithFiveOrdersAsync();
        var seen = new List<string>();
        string? token = null;
        do
        {
            var page = await host.GetAsync($"/v1/orders?page_size=2&{sort}{(token is null ? "" : $"&page_token={token}")}");
            Assert.InRange(page.List.Count, 1, 2);
            seen.AddRange(References(page));
            token = page.NextPageToken;
        }
        while (token is not null);

        Assert.Equal(expected, string.Join(' ', seen));
    }

    [Fact]
    public async Task List_RowsOfOneInstant_AreNotLostBetweenPages()
    {
        await using var host = await SandboxHost.StartAsync();
        for (var index = 0; index < 5; index++)
            await host.OrderAsync();
        var first = await host.GetAsync("/v1/orders?page_size=3");
        var second = await host.GetAsync($"/v1/orders?page_size=3&page_token={first.NextPageToken}");
        Assert.Equal(5, first.List.Concat(second.List).Select(order => order!["order_id"]!.GetValue<string>()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task List_ByReference_IsExact()
    {
        await using var host = await WithFiveOrdersAsync();
        Assert.Equal("till-3", Assert.Single(References(await host.GetAsync("/v1/orders?external_reference_id=till-3"))));
        Assert.Empty((await host.GetAsync("/v1/orders?external_reference_id=till-")).List);
    }

    [Fact]
    public async Task List_ByTime_TakesOnlyLaterRows()
    {
        await using var host = await WithFiveOrdersAsync();
        Assert.Equal(["till-4", "till-3"], References(await host.GetAsync("/v1/orders?updated_after=2026-09-14T10:02:00Z")));
        Assert.Equal(["till-1", "till-0"], References(await host.GetAsync("/v1/orders?created_before=2026-09-14T12:02:00%2B02:00")));
    }

    [Theory]
    [InlineData("query=bike", 5)]
    [InlineData("query=TILL-2", 1)]
    [InlineData("query=ord_", 5)]
    [InlineData("query=nothing", 0)]
    [InlineData("status=open&payment_status=unpaid", 5)]
    [InlineData("status=closed", 0)]
    [InlineData("payment_status=paid&payment_status=partially_paid", 0)]
    [InlineData("min_amount=300&currency=USD", 3)]
    [InlineData("max_amount=300&currency=EUR", 0)]
    public async Task List_Filtered_CountsWhatFits(string filter, int count)
    {
        await using var host = await WithFiveOrdersAsync();
        Assert.Equal(count, (await host.GetAsync($"/v1/orders?{filter}")).List.Count);
    }

    [Theory]
    [InlineData("page_size=0", "INVALID_PAGE_SIZE")]
    [InlineData("page_size=101", "INVALID_PAGE_SIZE")]
    [InlineData("sort_by=colour", "INVALID_SORT_BY")]
    [InlineData("sort_direction=up", "INVALID_SORT_DIRECTION")]
    [InlineData("page_token=abc", "INVALID_PAGE_TOKEN")]
    [InlineData("created_after=yesterday", "INVALID_CREATED_AFTER")]
    [InlineData("created_before=2026-09-14", "INVALID_CREATED_BEFORE")]
    [InlineData("created_after=2026-09-15T00:00:00Z&created_before=2026-09-14T00:00:00Z", "INVALID_CREATED_RANGE")]
    [InlineData("status=lost", "VALIDATION_ERROR")]
    [InlineData("min_amount=1", "FIELD_REQUIRED")]
    public async Task List_BadParameter_IsRefused(string query, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        Assert.Equal(code, (await host.GetAsync($"/v1/orders?{query}")).Code);
    }

    [Fact]
    public async Task List_TokenOfAnotherFilter_IsRefused()
    {
        await using var host = await WithFiveOrdersAsync();
        var page = await host.GetAsync("/v1/orders?page_size=2&status=open");
        Assert.Equal("INVALID_PAGE_TOKEN", (await host.GetAsync($"/v1/orders?page_size=2&page_token={page.NextPageToken}")).Code);
    }

    private static async Task<SandboxHost> WithFiveOrdersAsync()
    {
        var host = await SandboxHost.StartAsync();
        for (var index = 0; index < 5; index++)
        {
            await host.PostAsync("/v1/orders", Given.OrderBody((5 - index) * 100, $"till-{index}"));
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        return host;
    }

    private static string[] References(ApiAnswer page) =>
        [.. page.List.Select(order => order!["external_reference_id"]!.GetValue<string>())];
}
