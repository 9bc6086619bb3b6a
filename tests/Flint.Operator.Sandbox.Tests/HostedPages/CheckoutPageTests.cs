using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.HostedPages;

public sealed class CheckoutPageTests
{
    [Fact]
    public async Task Open_WithoutTheToken_ShowsNothingOfTheOrder()
    {
        await using var host = await SandboxHost.StartAsync();
        var launch = await host.LaunchAsync(await host.OrderAsync());
        var stranger = new BuyerBrowser(host);
        await stranger.OpenAsync($"/checkout/{launch.SessionId()}");
        Assert.DoesNotContain("Bike service", stranger.Page, StringComparison.Ordinal);
        await stranger.PayAsync("4242424242424242");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);

        using var guess = new HttpRequestMessage(HttpMethod.Post, $"/checkout/{launch.SessionId()}/open");
        guess.Headers.Add("X-Checkout-Token", "guess");
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Anyone.SendAsync(guess)).StatusCode);
    }

    [Fact]
    public async Task Form_FromAnotherSite_IsRefused()
    {
        await using var host = await SandboxHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/pay/{await host.LinkAsync()}");
        request.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Anyone.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Open_EndedSessions_SayWhatHappened()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var replaced = await host.LaunchAsync(order);
        var closed = await host.LaunchAsync(order, new JsonObject { ["replace_checkout_session_id"] = replaced.SessionId() });
        await host.PostAsync($"/v1/checkout-sessions/{closed.SessionId()}/close", new JsonObject());
        var expired = await host.LaunchAsync(order);
        host.Time.Advance(TimeSpan.FromDays(1));
        var changed = await host.LaunchAsync(order);
        await host.PatchAsync($"/v1/orders/{order}", JsonNode.Parse("""{"requested_tip":{"percent":10}}""")!);

        foreach (var (launch, result) in new[] { (replaced, "replaced"), (closed, "closed"), (expired, "expired"), (changed, "invalidated") })
        {
            var buyer = new BuyerBrowser(host);
            await buyer.OpenAsync(launch.SessionUrl());
            Assert.Equal(result, buyer.Result);
            Assert.DoesNotContain("card-number", buyer.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_Always_CarriesStrictHeaders()
    {
        await using var host = await SandboxHost.StartAsync();
        var launch = await host.LaunchAsync(await host.OrderAsync());
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());
        var policy = buyer.Last.Headers.GetValues("Content-Security-Policy").Single();

        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", buyer.Last.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("no real card is charged", buyer.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", buyer.Page, StringComparison.Ordinal);
        foreach (var asset in (string[])["/hosted/hosted.css", "/hosted/checkout.js"])
            Assert.NotEmpty(await host.Anyone.GetStringAsync(asset));
    }
}
