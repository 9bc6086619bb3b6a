using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Http;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task Create_SameKeyAndBody_ReplaysStoredAnswer()
    {
        await using var host = await SandboxHost.StartAsync();
        var first = await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1");
        var again = await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1");

        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.True(JsonNode.DeepEquals(first.Data, again.Data));
        Assert.Equal("true", again.Header("Idempotency-Replayed"));
        Assert.True(again.Body["meta"]!["idempotency_replayed"]!.GetValue<bool>());
        Assert.Equal("order-1", again.Header("Idempotency-Key"));
        Assert.Null(first.Header("Idempotency-Replayed"));
        Assert.Single((await host.GetAsync("/v1/orders")).List);
    }

    [Fact]
    public async Task Create_SameKeyOtherBody_IsRefused()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.PostAsync("/v1/orders", Given.OrderBody(100), "order-1");
        var other = await host.PostAsync("/v1/orders", Given.OrderBody(200), "order-1");

        Assert.Equal((HttpStatusCode.Conflict, "IDEMPOTENCY_KEY_REUSED"), (other.Status, other.Code));
        Assert.False(other.Error["remediation"]!["retryable"]!.GetValue<bool>());
        Assert.Single((await host.GetAsync("/v1/orders")).List);
    }

    [Fact]
    public async Task Create_SameKeyOnOtherRoute_IsRefused()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = new JsonObject();
        var order = await host.OrderAsync();
        await host.PostAsync($"/v1/orders/{order}/close", body, "k");

        Assert.Equal("IDEMPOTENCY_KEY_REUSED", (await host.PostAsync($"/v1/checkout-sessions/cs_1/close", body, "k")).Code);
    }

    [Fact]
    public async Task Create_RefusedOnce_StaysRefusedUnderItsKey()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order);
        var body = new JsonObject { ["order_id"] = order };
        var refused = await host.PostAsync("/v1/checkout-sessions", body, "second");
        await host.PostAsync($"/v1/checkout-sessions/{launch.SessionId()}/close", new JsonObject());
        var again = await host.PostAsync("/v1/checkout-sessions", body, "second");

        Assert.Equal("CHECKOUT_SESSION_ALREADY_EXISTS", refused.Code);
        Assert.Equal("CHECKOUT_SESSION_ALREADY_EXISTS", again.Code);
        Assert.Equal("true", again.Header("Idempotency-Replayed"));
    }

    [Fact]
    public async Task Create_KeyOlderThanADay_IsANewRequest()
    {
        await using var host = await SandboxHost.StartAsync();
        var first = await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1");
        host.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        var inside = await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1");
        host.Time.Advance(TimeSpan.FromSeconds(2));
        var outside = await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1");

        Assert.Equal(first.Data["order_id"]!.ToString(), inside.Data["order_id"]!.ToString());
        Assert.False(JsonNode.DeepEquals(first.Data["order_id"], outside.Data["order_id"]));
    }

    [Fact]
    public async Task Create_WithoutKey_IsGivenOne()
    {
        await using var host = await SandboxHost.StartAsync();
        Assert.NotEmpty((await host.PostAsync("/v1/orders", Given.OrderBody())).Header("Idempotency-Key")!);
    }

    [Fact]
    public async Task Create_KeyTooLong_IsRefused()
    {
        await using var host = await SandboxHost.StartAsync();
        var longest = await host.PostAsync("/v1/orders", Given.OrderBody(), new string('k', 255));
        var tooLong = await host.PostAsync("/v1/orders", Given.OrderBody(), new string('k', 256));

        Assert.Equal(HttpStatusCode.Created, longest.Status);
        Assert.Equal((HttpStatusCode.BadRequest, "IDEMPOTENCY_KEY_TOO_LONG"), (tooLong.Status, tooLong.Code));
    }

    [Fact]
    public async Task Create_WhileFirstIsRunning_SaysInProgress()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"slow","route":"/v1/orders","method":"POST","delay_ms":5000,"count":1}]}""");
        var first = host.PostAsync("/v1/orders", Given.OrderBody(), "order-1");
        await host.Time.SomeoneWaitsAsync();
        var second = await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1");
        host.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal((HttpStatusCode.Conflict, "IDEMPOTENCY_KEY_IN_PROGRESS"), (second.Status, second.Code));
        Assert.True(second.Error["remediation"]!["retryable"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.Created, (await first).Status);
        Assert.Equal("true", (await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1")).Header("Idempotency-Replayed"));
    }

    [Fact]
    public async Task Resolve_WithoutKey_IsRefused()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync();
        var answer = await host.PostAsync($"/v1/payment-links/{link}/resolve", new JsonObject { ["resolution_context"] = "x" });
        Assert.Equal("IDEMPOTENCY_KEY_REQUIRED", answer.Code);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a\tb")]
    public async Task Create_KeyThatIsNone_IsRefused(params string[] keys)
    {
        await using var host = await SandboxHost.StartAsync();
        using var request = SandboxHost.Request(HttpMethod.Post, "/v1/orders", Given.OrderBody());
        foreach (var key in keys)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        var answer = await ApiAnswer.ReadAsync(await host.Api.SendAsync(request));

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_IDEMPOTENCY_KEY"), (answer.Status, answer.Code));
        Assert.Empty((await host.GetAsync("/v1/orders")).List);
    }

    [Fact]
    public async Task Read_WithAKey_IsNotBoundToIt()
    {
        await using var host = await SandboxHost.StartAsync();
        using var read = new HttpRequestMessage(HttpMethod.Get, "/v1/orders");
        read.Headers.Add("Idempotency-Key", "order-1");
        Assert.Null((await ApiAnswer.ReadAsync(await host.Api.SendAsync(read))).Header("Idempotency-Key"));
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1")).Status);
    }

    [Fact]
    public async Task Create_SecondDayOfAReusedKey_CountsFromItsOwnFirstRequest()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.PostAsync("/v1/orders", Given.OrderBody(100), "order-1");
        host.Time.Advance(TimeSpan.FromHours(24));
        var second = await host.PostAsync("/v1/orders", Given.OrderBody(200), "order-1");
        host.Time.Advance(TimeSpan.FromHours(23));
        var replay = await host.PostAsync("/v1/orders", Given.OrderBody(200), "order-1");

        Assert.Equal((HttpStatusCode.Created, null), (second.Status, second.Header("Idempotency-Replayed")));
        Assert.Equal("true", replay.Header("Idempotency-Replayed"));
    }
}
