using System.Net;
using System.Net.Http.Headers;

namespace Flint.Operator.Sandbox.Tests.Faults;

public sealed class RateGateTests
{
    [Fact]
    public async Task Key_BeyondItsRate_IsToldToWait_AndMayGoOnThen()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"requests_per_second":5}""");

        // Two seconds' worth may be saved up.
        Assert.Equal(10, await PassAsync(host.Api, 15));
        var refused = await host.GetAsync("/v1/orders");
        Assert.Equal((HttpStatusCode.TooManyRequests, "RATE_LIMIT_EXCEEDED"), (refused.Status, refused.Code));
        Assert.Equal(("1", "api-key"), (refused.Header("Retry-After"), refused.Header("Flint-Rate-Limited-Reason")));
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(5, await PassAsync(host.Api, 15));
    }

    [Fact]
    public async Task Key_AtItsLimit_DoesNotStopAnother()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"requests_per_second":1}""");
        Assert.Equal(2, await PassAsync(host.Api, 4));
        using var other = new HttpRequestMessage(HttpMethod.Get, "/v1/orders");
        other.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "flint_test_another");
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anyone.SendAsync(other)).StatusCode);
    }

    [Fact]
    public async Task Everyone_BeyondTheRate_IsToldWhichLimitItWas()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"global_requests_per_second":1,"requests_per_second":100}""");
        Assert.Equal(1, await PassAsync(host.Api, 1));
        using var stranger = await host.Anyone.GetAsync("/v1/orders");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        var refused = await host.GetAsync("/v1/orders");
        Assert.Equal((HttpStatusCode.TooManyRequests, "global-ip"), (refused.Status, refused.Header("Flint-Rate-Limited-Reason")));
    }

    [Fact]
    public async Task Limits_TakenAway_AreGone()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"requests_per_second":1}""");
        Assert.Equal(2, await PassAsync(host.Api, 4));
        await host.SetFaultsAsync("{}");
        Assert.Equal(40, await PassAsync(host.Api, 40));
    }

    [Fact]
    public async Task HostedPagesAndControls_AreNotCounted()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"global_requests_per_second":1}""");
        for (var request = 0; request < 5; request++)
            Assert.Equal(HttpStatusCode.OK, (await host.Anyone.GetAsync("/hosted/hosted.css")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/v1/orders")).Status);
    }

    [Fact]
    public async Task StartedWithARate_HoldsIt()
    {
        await using var rig = await WireRig.StartAsync(options => options with { RequestsPerSecond = 10 });
        Assert.InRange(await PassAsync(rig.Api, 40), 20, 39);
    }

    private static async Task<int> PassAsync(HttpClient client, int times)
    {
        var passed = 0;
        for (var request = 0; request < times; request++)
        {
            using var answer = await client.GetAsync("/v1/developer/auth-context");
            passed += answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
        }

        return passed;
    }
}
