using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Demo;

public sealed class DemoMerchantTests
{
    [Fact]
    public async Task Demo_ShowsEveryCommonState()
    {
        await using var host = await SandboxHost.StartAsync();
        await AddAsync(host);

        Assert.Equal(["active", "inactive"], Distinct((await host.GetAsync("/v1/payment-links")).List, "status"));
        var orders = (await host.GetAsync("/v1/orders?page_size=100")).List;
        Assert.Equal(["closed", "open"], Distinct(orders, "status"));
        Assert.Equal(["paid", "unpaid"], Distinct(orders, "payment_status"));
        Assert.Equal(["none", "partially_refunded"], Distinct(orders, "refund_status"));
        Assert.Equal(["succeeded"], Distinct((await host.GetAsync("/v1/refunds")).List, "status"));
        Assert.Equal(["api", "payment_link"], Distinct(orders, "origin"));
        Assert.Equal(["closed", "expired", "open", "paid"], Distinct((await host.GetAsync("/v1/checkout-sessions?page_size=100")).List, "status"));
        Assert.Contains(orders, order => order!["payment_intent_ids"]?.AsArray().Count > 0 && order["payment_status"]!.GetValue<string>() is "unpaid");
    }

    [Fact]
    public async Task Demo_Twice_IsThereOnce()
    {
        await using var host = await SandboxHost.StartAsync();
        await AddAsync(host);
        var links = (await host.GetAsync("/v1/payment-links")).List.Count;
        await AddAsync(host);
        Assert.Equal(links, (await host.GetAsync("/v1/payment-links")).List.Count);
    }

    [Fact]
    public async Task Demo_Link_CanBeBoughtFrom()
    {
        await using var host = await SandboxHost.StartAsync();
        await AddAsync(host);
        var link = (await host.GetAsync("/v1/payment-links?external_reference_id=demo-deposit")).List[0]!;
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(new Uri(link["url"]!.GetValue<string>()).AbsolutePath);
        await buyer.SubmitAsync(buyer.Address.AbsolutePath);
        await buyer.PayAsync("4242424242424242");
        Assert.Equal("paid", buyer.Result);
    }

    [Fact]
    public async Task Start_Plain_HasNoDemo()
    {
        await using var host = await SandboxHost.StartAsync();
        Assert.Empty((await host.GetAsync("/v1/payment-links")).List);
    }

    private static async Task AddAsync(SandboxHost host) => (await host.Anyone.PostAsync("/_sandbox/demo", null)).EnsureSuccessStatusCode();

    private static IEnumerable<string> Distinct(JsonArray list, string member) =>
        list.Select(item => item![member]!.GetValue<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
