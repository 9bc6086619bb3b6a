using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Refunds;

public sealed class RefundListTests
{
    [Theory]
    [InlineData("order_id=ORDER")]
    [InlineData("payment_intent_id=INTENT")]
    [InlineData("customer_id=cus_1")]
    [InlineData("status=succeeded&reason=duplicate")]
    [InlineData("reason=duplicate&reason=fraudulent")]
    [InlineData("min_amount=8500&currency=USD")]
    [InlineData("min_amount=8500&max_amount=8500&currency=USD&refund_method=original_payment")]
    [InlineData("external_reference_id=dev7-ref-1")]
    [InlineData("query=twice")]
    [InlineData("query=REFUND")]
    [InlineData("created_before=2026-09-14T10:00:01Z")]
    [InlineData("updated_before=2026-09-14T10:00:01Z&updated_after=2026-09-14T09:59:59Z")]
    public async Task List_Filtered_FindsTheOne(string filter)
    {
        await using var host = await SandboxHost.StartAsync();
        var (order, refund) = await TwoAsync(host);
        var intent = refund["payment_intent_id"]!.GetValue<string>();
        var id = refund["refund_id"]!.GetValue<string>();
        var query = filter.Replace("ORDER", order, StringComparison.Ordinal).Replace("INTENT", intent, StringComparison.Ordinal).Replace("REFUND", id, StringComparison.Ordinal);
        Assert.Equal(id, Assert.Single((await host.GetAsync($"/v1/refunds?{query}")).List)!["refund_id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("amount", new long[] { 100, 8500 })]
    [InlineData("created_at", new long[] { 8500, 100 })]
    [InlineData("updated_at", new long[] { 8500, 100 })]
    public async Task List_SortedInPages_IsInOrderBothWays(string sort, long[] amounts)
    {
        await using var host = await SandboxHost.StartAsync();
        await TwoAsync(host);
        var up = await host.AllAsync($"/v1/refunds?sort_by={sort}&sort_direction=asc&page_size=1");
        var down = await host.AllAsync($"/v1/refunds?sort_by={sort}&sort_direction=desc&page_size=1");
        Assert.Equal(amounts, up.Select(refund => refund["amount_money"]!["amount"]!.GetValue<long>()));
        Assert.Equal(amounts.Reverse(), down.Select(refund => refund["amount_money"]!["amount"]!.GetValue<long>()));
    }

    [Theory]
    [InlineData("status=done", "VALIDATION_ERROR", "status")]
    [InlineData("reason=duplicate,because", "VALIDATION_ERROR", "reason")]
    [InlineData("min_amount=100", "FIELD_REQUIRED", "currency")]
    [InlineData("min_amount=0&currency=USD", "VALIDATION_ERROR", "min_amount")]
    [InlineData("max_amount=1.5&currency=USD", "VALIDATION_ERROR", "max_amount")]
    [InlineData("currency=usd", "INVALID_CURRENCY", "currency")]
    [InlineData("sort_by=status", "INVALID_SORT_BY", "sort_by")]
    [InlineData("expand=order", "UNSUPPORTED_QUERY_PARAM", "expand")]
    public async Task List_UnsoundQuery_IsRefused(string query, string code, string param)
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.GetAsync($"/v1/refunds?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, code, param), (answer.Status, answer.Code, answer.Error["param"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Get_Unknown_IsNotFound()
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.GetAsync("/v1/refunds/ref_1");
        Assert.Equal((HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"), (answer.Status, answer.Code));
    }

    /// <summary>The one every filter above picks out, and a minute later another that none does.</summary>
    private static async Task<(string Order, JsonNode Refund)> TwoAsync(SandboxHost host)
    {
        var body = Given.OrderBody();
        body["customer_id"] = "cus_1";
        var order = await host.PaidOrderAsync(body);
        var other = await host.PaidOrderAsync();
        var first = await host.RefundAsync(order, """{"reason":"duplicate","reason_message":"Paid twice","external_reference_id":"dev7-ref-1"}""");
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.RefundAsync(other, """{"reason":"other","amount_money":{"amount":100,"currency":"USD"}}""");
        return (order, first.Data);
    }
}
