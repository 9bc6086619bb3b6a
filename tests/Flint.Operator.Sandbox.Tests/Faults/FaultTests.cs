using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Faults;

public sealed class FaultTests
{
    [Fact]
    public async Task LostReply_ThenSameKey_ReplaysWhatWasDone()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"lost_reply","method":"POST","route":"/v1/orders","count":1}]}""");
        await Assert.ThrowsAnyAsync<Exception>(() => host.PostAsync("/v1/orders", Given.OrderBody(), "order-1"));
        var again = await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1");

        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.Equal("true", again.Header("Idempotency-Replayed"));
        Assert.Single((await host.GetAsync("/v1/orders")).List);
    }

    [Fact]
    public async Task ErrorAfter_HasDoneTheWork()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"error_after","method":"POST","route":"/v1/orders","count":1}]}""");
        var failed = await host.PostAsync("/v1/orders", Given.OrderBody(reference: "order-1"), "order-1");

        Assert.Equal((HttpStatusCode.InternalServerError, "INTERNAL_ERROR"), (failed.Status, failed.Code));
        Assert.Single((await host.GetAsync("/v1/orders?external_reference_id=order-1")).List);
    }

    [Fact]
    public async Task ErrorBefore_DoesNothing()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"error_before","route":"/v1/*","method":"POST","count":1}]}""");
        var failed = await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1");
        var again = await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1");

        Assert.Equal(HttpStatusCode.InternalServerError, failed.Status);
        Assert.Null(again.Header("Idempotency-Replayed"));
    }

    [Fact]
    public async Task RateLimited_TellsHowLongToWait()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"rate_limited","retry_after_seconds":7,"count":1}]}""");
        var answer = await host.GetAsync("/v1/orders");
        Assert.Equal((HttpStatusCode.TooManyRequests, "RATE_LIMIT_EXCEEDED"), (answer.Status, answer.Code));
        Assert.Equal(("7", "api-key"), (answer.Header("Retry-After"), answer.Header("Flint-Rate-Limited-Reason")));
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/v1/orders")).Status);
    }

    [Fact]
    public async Task Unavailable_UntilCleared_Is503()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"unavailable"}]}""");
        Assert.Equal("SERVICE_UNAVAILABLE", (await host.GetAsync("/v1/orders")).Code);
        Assert.Equal("SERVICE_UNAVAILABLE", (await host.GetAsync("/v1/orders")).Code);
        await host.Anyone.DeleteAsync("/_sandbox/faults");
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/v1/orders")).Status);
    }

    [Fact]
    public async Task CaptivePortal_AnswersAPageWithStatus200()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"captive_portal","count":1}]}""");
        var answer = await host.Api.GetAsync("/v1/orders");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.False(answer.Headers.Contains("Flint-Version"));
    }

    [Fact]
    public async Task Down_CutsEverythingButTheControls()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"down":true}""");
        await Assert.ThrowsAnyAsync<Exception>(() => host.GetAsync("/v1/orders"));
        await Assert.ThrowsAnyAsync<Exception>(() => host.Anyone.GetAsync("/hosted/hosted.css"));
        await host.SetFaultsAsync("""{"down":false}""");
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/v1/orders")).Status);
    }

    [Fact]
    public async Task Slow_HoldsTheAnswerBack()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"slow","delay_ms":3000}]}""");
        var waiting = host.GetAsync("/v1/orders");
        await host.Time.SomeoneWaitsAsync();
        host.Time.Advance(TimeSpan.FromMilliseconds(2999));
        Assert.False(waiting.IsCompleted);
        host.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(HttpStatusCode.OK, (await waiting).Status);
    }

    [Fact]
    public async Task Rule_WithProbabilityZero_NeverStrikes()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"unavailable","probability":0}]}""");
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/v1/orders")).Status);
    }

    [Fact]
    public async Task Show_SentBack_IsThePlanAgain()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"slow","method":"GET","route":"/v1/*","delay_ms":5,"count":2,"probability":0.5}]}""");
        var shown = await host.Anyone.GetStringAsync("/_sandbox/faults");
        await host.SetFaultsAsync(shown);
        Assert.Equal(shown, await host.Anyone.GetStringAsync("/_sandbox/faults"));
    }

    [Fact]
    public async Task Show_AfterStrikes_CountsThemByRoute_UntilAnotherPlanIsSet()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"unavailable","route":"/v1/orders*"},{"kind":"reset","route":"/pay/*","probability":0},{"kind":"unavailable","route":"/v1/nowhere"}]}""");
        await host.PostAsync("/v1/orders", Given.OrderBody());
        foreach (var path in new[] { "/v1/orders", "/v1/orders/ord_1", "/v1/orders/ord_2", "/v1/payment-links", "/pay/pl_none", "/v1/nowhere" })
        {
            using var answer = await host.Api.GetAsync(path);
        }

        Assert.Equal(
            """{"POST /v1/orders":1,"GET /v1/orders":1,"GET /v1/orders/{id}":2,"elsewhere":1}""", (await StrikesAsync()).ToJsonString());

        await host.SetFaultsAsync("""{"down":true}""");
        Assert.Equal("{}", (await StrikesAsync()).ToJsonString());
        await Assert.ThrowsAnyAsync<Exception>(() => host.Api.GetAsync("/pay/pl_none"));
        Assert.Equal("""{"GET /pay/{id}":1}""", (await StrikesAsync()).ToJsonString());

        async Task<JsonNode> StrikesAsync() => JsonNode.Parse(await host.Anyone.GetStringAsync("/_sandbox/faults"))!["strikes"]!;
    }

    [Fact]
    public async Task Start_WithAPlan_MeetsTheFirstRequest()
    {
        await using var host = await SandboxHost.StartAsync(
            options: new SandboxOptions { DataFile = "", Faults = """{"rules":[{"kind":"unavailable","count":1}]}""" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.GetAsync("/v1/orders")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/v1/orders")).Status);
    }

    [Fact]
    public async Task Show_AfterAStrike_CountsDown()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"unavailable","count":3}]}""");
        await host.GetAsync("/v1/orders");
        var plan = JsonNode.Parse(await host.Anyone.GetStringAsync("/_sandbox/faults"))!;
        Assert.Equal(("unavailable", 2), (plan["rules"]![0]!["kind"]!.GetValue<string>(), plan["rules"]![0]!["count"]!.GetValue<int>()));
    }
}
