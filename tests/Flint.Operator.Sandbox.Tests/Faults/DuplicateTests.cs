using System.Net;

namespace Flint.Operator.Sandbox.Tests.Faults;

/// <summary>A write that arrives twice.</summary>
public sealed class DuplicateTests
{
    private const string Twice = """{"rules":[{"kind":"duplicate"}]}""";

    [Fact]
    public async Task Write_WithAKey_IsDoneOnceAndAnsweredAsAReplay()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync(Twice);
        var answer = await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1");

        Assert.Equal((HttpStatusCode.Created, "true"), (answer.Status, answer.Header("Idempotency-Replayed")));
        Assert.Single((await host.GetAsync("/v1/orders")).List);
    }

    [Fact]
    public async Task Write_WithoutAKey_IsDoneTwice()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync(Twice);
        var answer = await host.PostAsync("/v1/orders", Given.OrderBody());

        Assert.Null(answer.Header("Idempotency-Replayed"));
        Assert.Equal(2, (await host.GetAsync("/v1/orders")).List.Count);
    }

    [Fact]
    public async Task Write_OverTheWire_ArrivesTwiceWhole()
    {
        await using var rig = await WireRig.StartAsync();
        await rig.SetFaultsAsync(Twice);
        using var request = SandboxHost.Request(HttpMethod.Post, "/v1/payment-links", Given.LinkBody(new string('x', 250)));
        Assert.Equal(HttpStatusCode.Created, (await rig.Api.SendAsync(request)).StatusCode);
        Assert.Equal(2, (await rig.ListAsync("payment-links")).Count);
    }

    [Fact]
    public async Task Payment_SentTwice_IsTakenOnce()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync(5000);
        var launch = await host.LaunchAsync(order);
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());
        await host.SetFaultsAsync(Twice);
        await buyer.PayAsync("4242424242424242");

        Assert.Equal("paid", buyer.Result);
        var amounts = (await host.GetAsync($"/v1/orders/{order}")).Data["settlement_amounts"]!;
        Assert.Equal(5000, amounts["paid_money"]!["amount"]!.GetValue<long>());
    }
}
