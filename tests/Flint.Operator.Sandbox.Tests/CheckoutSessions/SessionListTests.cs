using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.CheckoutSessions;

public sealed class SessionListTests
{
    [Theory]
    [InlineData("status=closed")]
    [InlineData("order_id=ORDER")]
    [InlineData("customer_id=cus_1")]
    [InlineData("origin=api&external_reference_id=dev7-cs-1")]
    [InlineData("query=table nine")]
    [InlineData("query=counter-7")]
    [InlineData("query=SESSION")]
    [InlineData("created_before=2026-09-14T10:00:01Z")]
    [InlineData("updated_after=2026-09-14T10:01:30Z&updated_before=2026-09-14T10:02:30Z")]
    [InlineData("expires_before=2026-09-14T10:10:01Z&expires_after=2026-09-14T10:09:59Z")]
    public async Task List_Filtered_FindsTheOne(string filter)
    {
        await using var host = await SandboxHost.StartAsync();
        var (order, session, _) = await TwoAsync(host);
        var query = filter.Replace("ORDER", order, StringComparison.Ordinal).Replace("SESSION", session, StringComparison.Ordinal);
        Assert.Equal(session, Id(Assert.Single((await host.GetAsync($"/v1/checkout-sessions?{query}")).List)!));
    }

    [Theory]
    [InlineData("payment_link_id=LINK")]
    [InlineData("origin=payment_link&status=open")]
    public async Task List_OfALink_FindsItsSessions(string filter)
    {
        await using var host = await SandboxHost.StartAsync();
        var (_, _, link) = await TwoAsync(host);
        var found = Assert.Single((await host.GetAsync($"/v1/checkout-sessions?{filter.Replace("LINK", link, StringComparison.Ordinal)}")).List)!;
        Assert.Equal(link, found["payment_link_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task List_Sorted_GoesBothWays()
    {
        await using var host = await SandboxHost.StartAsync();
        var (_, session, _) = await TwoAsync(host);
        Assert.Equal(session, Id((await host.GetAsync("/v1/checkout-sessions?sort_by=updated_at&sort_direction=desc&page_size=1")).List[0]!));
        Assert.Equal(session, Id((await host.GetAsync("/v1/checkout-sessions?sort_by=created_at&sort_direction=asc&page_size=1")).List[0]!));
        Assert.NotEqual(session, Id((await host.GetAsync("/v1/checkout-sessions?sort_by=updated_at&sort_direction=asc&page_size=1")).List[0]!));
    }

    [Theory]
    [InlineData("status=done", "VALIDATION_ERROR", "status")]
    [InlineData("origin=shop", "VALIDATION_ERROR", "origin")]
    [InlineData("order_id=", "VALIDATION_ERROR", "order_id")]
    [InlineData("expires_after=soon", "INVALID_EXPIRES_AFTER", "expires_after")]
    [InlineData("sort_by=expires_at", "INVALID_SORT_BY", "sort_by")]
    [InlineData("expand=order", "UNSUPPORTED_QUERY_PARAM", "expand")]
    public async Task List_UnsoundQuery_IsRefused(string query, string code, string param)
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.GetAsync($"/v1/checkout-sessions?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, code, param), (answer.Status, answer.Code, answer.Error["param"]!.GetValue<string>()));
    }

    private static string Id(JsonNode session) => session["checkout_session_id"]!.GetValue<string>();

    /// <summary>The session every filter above picks out, closed two minutes after it was made, and in between one from a link.</summary>
    private static async Task<(string Order, string Session, string Link)> TwoAsync(SandboxHost host)
    {
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order, JsonNode.Parse(
            """
            {"external_reference_id":"dev7-cs-1","customer_collection":{"customer_id":"cus_1"},"payments":{"payment_note":"Table nine"},
             "metadata":{"made_by":"counter-7"},"expiration":{"expires_in_seconds":600}}
            """)!.AsObject());
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var link = await host.LinkAsync();
        var context = (await host.GetAsync($"/v1/payment-links/{link}/public")).Data["resolution_context"]!.DeepClone();
        await host.PostAsync($"/v1/payment-links/{link}/resolve", new JsonObject { ["resolution_context"] = context }, "k");
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.PostAsync($"/v1/checkout-sessions/{launch.SessionId()}/close", new JsonObject());
        return (order, launch.SessionId(), link);
    }
}
