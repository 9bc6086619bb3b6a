using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.PaymentLinks;

/// <summary>The signed context: until when it is good, for what, and what a repeat of the call still gets.</summary>
public sealed class ResolutionContextTests
{
    [Fact]
    public async Task Resolve_UntilTheDeadline_Works()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync();
        var shown = (await host.GetAsync($"/v1/payment-links/{link}/public")).Data;
        var deadline = DateTimeOffset.Parse(Text(shown, "resolution_context_start_deadline_at"), System.Globalization.CultureInfo.InvariantCulture);
        var expiry = DateTimeOffset.Parse(Text(shown, "resolution_context_expires_at"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(TimeSpan.FromMinutes(2), expiry - deadline);

        host.Time.SetUtcNow(deadline.AddMilliseconds(-1));
        var first = await ResolveAsync(host, link, Text(shown, "resolution_context"), "in-time");
        Assert.Equal(HttpStatusCode.Created, first.Status);
        host.Time.SetUtcNow(deadline);
        var late = await ResolveAsync(host, link, Text(shown, "resolution_context"), "too-late");
        Assert.Equal((HttpStatusCode.Conflict, "PAYMENT_LINK_RESOLUTION_CONTEXT_REFRESH_REQUIRED"), (late.Status, late.Code));

        var replayed = await ResolveAsync(host, link, Text(shown, "resolution_context"), "in-time");
        Assert.Equal("true", replayed.Header("Idempotency-Replayed"));
        Assert.Equal(first.SessionUrl(), replayed.SessionUrl());
        Assert.Single((await host.GetAsync("/v1/orders")).List);
    }

    [Fact]
    public async Task Resolve_WithoutAKey_IsRefused()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync();
        var context = Text((await host.GetAsync($"/v1/payment-links/{link}/public")).Data, "resolution_context");
        var answer = await ResolveAsync(host, link, context, key: null);
        Assert.Equal((HttpStatusCode.BadRequest, "IDEMPOTENCY_KEY_REQUIRED"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Resolve_ForeignOrTamperedContext_IsRefused()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync();
        var other = Text((await host.GetAsync($"/v1/payment-links/{await host.LinkAsync()}/public")).Data, "resolution_context");
        var own = Text((await host.GetAsync($"/v1/payment-links/{link}/public")).Data, "resolution_context");
        foreach (var context in (string[])[other, own[..^1] + (own[^1] == 'A' ? 'B' : 'A'), own.Replace("plrc_v1.", "plrc_v2.", StringComparison.Ordinal), ""])
        {
            var answer = await ResolveAsync(host, link, context, Guid.NewGuid().ToString());
            Assert.Equal(
                (HttpStatusCode.BadRequest, "PAYMENT_LINK_RESOLUTION_CONTEXT_INVALID", "resolution_context"),
                (answer.Status, answer.Code, Text(answer.Error, "param")));
        }
    }

    [Fact]
    public async Task Resolve_WithoutAContext_AsksForIt()
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.PostAsync($"/v1/payment-links/{await host.LinkAsync()}/resolve", new JsonObject(), "k");
        Assert.Equal("PAYMENT_LINK_RESOLUTION_CONTEXT_REQUIRED", answer.Code);
        var unknown = await ResolveAsync(host, "pl_1", "x", "k2");
        Assert.Equal((HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"), (unknown.Status, unknown.Code));
    }

    [Fact]
    public async Task Resolve_LinkWithMetadata_HandsItToTheOrder()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(PaymentLinkTests.Full());
        var context = Text((await host.GetAsync($"/v1/payment-links/{link}/public")).Data, "resolution_context");
        var launch = await host.PostAsync(
            $"/v1/payment-links/{link}/resolve",
            new JsonObject { ["resolution_context"] = context, ["custom_field_values"] = new JsonObject { ["day"] = "Sat" } }, "k");
        var order = (await host.GetAsync($"/v1/orders/{launch.Data["checkout_session"]!["order_id"]}")).Data;
        Assert.Equal("""{"a":"1","b":"2","custom_field_day":"Sat"}""", order["metadata"]!.ToJsonString());
    }

    [Fact]
    public async Task Resolve_LinkThatWantsAutomaticTax_NeedsAConnection()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = Given.LinkBody();
        body["tax"] = new JsonObject { ["enabled"] = true };
        var link = await host.LinkAsync(body);
        var context = Text((await host.GetAsync($"/v1/payment-links/{link}/public")).Data, "resolution_context");
        Assert.Equal("AUTOMATIC_TAX_CONNECTION_REQUIRED", (await ResolveAsync(host, link, context, "k")).Code);
        Assert.Empty((await host.GetAsync("/v1/orders")).List);
    }

    [Theory]
    [InlineData("""{"max_completions":1}""", "PAYMENT_LINK_MAX_COMPLETIONS_REACHED")]
    [InlineData("""{"payment_link_type":"event","event_config":{"max_total_quantity":1}}""", "EVENT_SOLD_OUT")]
    public async Task Resolve_SoldOut_IsServedButNotSold(string limit, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        var body = Given.LinkBody();
        foreach (var (name, value) in JsonNode.Parse(limit)!.AsObject())
            body[name] = value!.DeepClone();
        var link = await host.LinkAsync(body);
        var before = (await host.GetAsync($"/v1/payment-links/{link}/public")).Data;
        Assert.Equal((false, 1), (before["is_sold_out"]!.GetValue<bool>(), before["remaining_quantity"]!.GetValue<int>()));
        await (await host.BuyerAsync(await ResolveAsync(host, link, Text(before, "resolution_context"), "k1"))).PayAsync("4242424242424242");

        var after = (await host.GetAsync($"/v1/payment-links/{link}/public")).Data;
        Assert.Equal((true, 0), (after["is_sold_out"]!.GetValue<bool>(), after["remaining_quantity"]!.GetValue<int>()));
        Assert.Equal(1, (await host.GetAsync($"/v1/payment-links/{link}")).Data["completed_count"]!.GetValue<int>());
        var answer = await ResolveAsync(host, link, Text(after, "resolution_context"), "k2");
        Assert.Equal((HttpStatusCode.Conflict, code), (answer.Status, answer.Code));
    }

    private static Task<ApiAnswer> ResolveAsync(SandboxHost host, string link, string context, string? key) =>
        host.PostAsync($"/v1/payment-links/{link}/resolve", new JsonObject { ["resolution_context"] = context }, key);

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
