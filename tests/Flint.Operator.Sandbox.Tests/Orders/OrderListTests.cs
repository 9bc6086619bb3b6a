using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Orders;

public sealed class OrderListTests
{
    [Theory]
    [InlineData("status=closed")]
    [InlineData("payment_status=paid,partially_paid")]
    [InlineData("refund_status=partially_refunded")]
    [InlineData("customer_id=cus_1")]
    [InlineData("order_number=NUMBER")]
    [InlineData("external_reference_id=dev7-ord-1&origin=api")]
    [InlineData("query=dev7-ord")]
    [InlineData("query=number")]
    [InlineData("query=velvet saddle")]
    [InlineData("query=by the gate")]
    [InlineData("query=ORDER")]
    [InlineData("min_amount=9000&currency=USD")]
    [InlineData("min_amount=9000&max_amount=9000&currency=USD")]
    [InlineData("created_before=2026-09-14T10:00:01Z")]
    [InlineData("updated_after=2026-09-14T10:01:30Z")]
    public async Task List_Filtered_FindsTheOne(string filter)
    {
        await using var host = await SandboxHost.StartAsync();
        var wanted = await TwoAsync(host);
        var query = filter.Replace("NUMBER", Text(wanted, "order_number"), StringComparison.Ordinal)
            .Replace("=number", $"={Text(wanted, "order_number")}", StringComparison.Ordinal)
            .Replace("ORDER", Text(wanted, "order_id"), StringComparison.Ordinal);
        Assert.Equal(Text(wanted, "order_id"), Text(Assert.Single((await host.GetAsync($"/v1/orders?{query}")).List)!, "order_id"));
    }

    [Theory]
    [InlineData("subscription_id=sub_1")]
    [InlineData("return_id=ret_1")]
    [InlineData("return_resolution_id=rr_1")]
    [InlineData("origin=subscription")]
    [InlineData("fulfillment_status=fulfilled")]
    [InlineData("min_amount=1&currency=EUR")]
    public async Task List_WhatNoOrderHas_IsEmpty(string filter)
    {
        await using var host = await SandboxHost.StartAsync();
        await host.OrderAsync();
        Assert.Empty((await host.GetAsync($"/v1/orders?{filter}")).List);
    }

    [Theory]
    [InlineData("total", new long[] { 100, 8500, 9000 })]
    [InlineData("outstanding_money", new long[] { 9000, 100, 8500 })]
    [InlineData("created_at", new long[] { 9000, 8500, 100 })]
    [InlineData("updated_at", new long[] { 8500, 100, 9000 })]
    public async Task List_SortedInPages_IsInOrderBothWays(string sort, long[] totals)
    {
        await using var host = await SandboxHost.StartAsync();
        await TwoAsync(host);
        await host.OrderAsync(100);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var paid = (await host.GetAsync("/v1/orders?payment_status=paid")).List[0]!;
        Assert.Equal(9000, Total(paid));
        await host.RefundAsync(Text(paid, "order_id"), """{"amount_money":{"amount":1,"currency":"USD"}}""");

        var up = await host.AllAsync($"/v1/orders?sort_by={sort}&sort_direction=asc&page_size=1");
        var down = await host.AllAsync($"/v1/orders?sort_by={sort}&sort_direction=desc&page_size=2");
        Assert.Equal(totals, up.Select(Total));
        Assert.Equal(totals.Reverse(), down.Select(Total));
    }

    [Theory]
    [InlineData("status=paid", "VALIDATION_ERROR", "status")]
    [InlineData("payment_status=paid,settled", "VALIDATION_ERROR", "payment_status")]
    [InlineData("refund_status=all", "VALIDATION_ERROR", "refund_status")]
    [InlineData("fulfillment_status=closed", "VALIDATION_ERROR", "fulfillment_status")]
    [InlineData("origin=shop", "VALIDATION_ERROR", "origin")]
    [InlineData("max_amount=5", "FIELD_REQUIRED", "currency")]
    [InlineData("max_amount=0&currency=USD", "VALIDATION_ERROR", "max_amount")]
    [InlineData("currency=US", "INVALID_CURRENCY", "currency")]
    [InlineData("order_number=", "VALIDATION_ERROR", "order_number")]
    [InlineData("metadata=x", "UNSUPPORTED_QUERY_PARAM", "metadata")]
    [InlineData("payment_link_id=pl_1", "UNSUPPORTED_QUERY_PARAM", "payment_link_id")]
    [InlineData("sort_by=name", "INVALID_SORT_BY", "sort_by")]
    [InlineData("updated_after=2026", "INVALID_UPDATED_AFTER", "updated_after")]
    public async Task List_UnsoundQuery_IsRefused(string query, string code, string param)
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.GetAsync($"/v1/orders?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, code, param), (answer.Status, answer.Code, Text(answer.Error, "param")));
    }

    private static long Total(JsonNode order) => order["pricing_amounts"]!["total_money"]!["amount"]!.GetValue<long>();

    /// <summary>The order every filter above picks out, paid, partly refunded and closed two minutes after it was made; a plain one in between.</summary>
    private static async Task<JsonNode> TwoAsync(SandboxHost host)
    {
        var body = Given.OrderBody(9000, "dev7-ord-1");
        body["line_items"]![0]!["name"] = "Velvet saddle";
        body["customer_id"] = "cus_1";
        body["internal_note"] = "By the gate";
        var order = await host.PaidOrderAsync(body);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.OrderAsync();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.RefundAsync(order, """{"amount_money":{"amount":1000,"currency":"USD"}}""");
        return (await host.PostAsync($"/v1/orders/{order}/close", new JsonObject())).Data;
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
