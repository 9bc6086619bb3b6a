using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Dashboard;

public sealed class DashboardTests
{
    [Fact]
    public async Task Show_AfterSomeWork_NamesEveryRecord()
    {
        await using var host = await SandboxHost.StartAsync();
        Assert.Contains("None yet.", await PageAsync(host), StringComparison.Ordinal);
        await host.LinkAsync();
        var order = await host.OrderAsync();
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync((await host.LaunchAsync(order)).SessionUrl());
        await buyer.PayAsync("4242424242424242");
        var refund = (await host.PostAsync("/v1/refunds", new JsonObject { ["order_id"] = order, ["amount_money"] = Given.Usd(500) })).Data;

        var page = await PageAsync(host);
        Assert.All(
            (string[])["Stall deposit", "Bike service", "$85.00", "partially refunded", "$5.00", refund["refund_id"]!.GetValue<string>()],
            text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Show_Requests_WithKeyReplayAndFault_AndNoSecrets()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.PostAsync("/v1/payment-links", Given.LinkBody(), "key-one");
        await host.PostAsync("/v1/payment-links", Given.LinkBody(), "key-one");
        await host.SetFaultsAsync("""{"rules":[{"kind":"unavailable","method":"GET","route":"/v1/orders","count":1}]}""");
        await host.GetAsync("/v1/orders?external_reference_id=secret-query");
        var launch = await host.LaunchAsync(await host.OrderAsync());
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());

        var page = await PageAsync(host);
        Assert.All((string[])["key-one", "replayed", "unavailable", ">503<", ">201<", "/v1/checkout-sessions"], text => Assert.Contains(text, page, StringComparison.Ordinal));
        var record = await (await host.Anyone.GetAsync($"/_sandbox/records/{launch.SessionId()}")).Content.ReadAsStringAsync();
        var token = launch.SessionUrl().Split("checkout_token=")[1];
        var auth = launch.Data["checkout_access"]!["checkout_auth_token"]!.GetValue<string>();
        Assert.Contains("checkout_token=…", WebUtility.HtmlDecode(record), StringComparison.Ordinal);
        Assert.All((string[])[token, auth, host.ApiKey, "secret-query"], secret => Assert.DoesNotContain(secret, page + record, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Show_AnswerThatNeverLeft_HasNoStatus()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"lost_reply","method":"POST","route":"/v1/orders","count":1}]}""");
        await Assert.ThrowsAnyAsync<Exception>(() => host.PostAsync("/v1/orders", Given.OrderBody()));
        var page = await PageAsync(host);
        Assert.Contains("no answer", page, StringComparison.Ordinal);
        Assert.Contains("lost reply", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_OfEveryKind_IsTheApisJson()
    {
        await using var host = await SandboxHost.StartAsync();
        foreach (var id in (string[])[await host.LinkAsync(), await host.OrderAsync()])
            Assert.Contains($"\"{id}\"", WebUtility.HtmlDecode(await (await host.Anyone.GetAsync($"/_sandbox/records/{id}")).Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anyone.GetAsync("/_sandbox/records/ord_none")).StatusCode);
    }

    [Fact]
    public async Task Show_UnderAnotherName_IsForbidden()
    {
        await using var host = await SandboxHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_sandbox");
        request.Headers.Host = "evil.example";
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Anyone.SendAsync(request)).StatusCode);
    }

    private static async Task<string> PageAsync(SandboxHost host)
    {
        using var answer = await host.Anyone.GetAsync("/_sandbox");
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
