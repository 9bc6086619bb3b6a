using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.HostedPages;

/// <summary>A form can ask; what anything costs is the server's alone.</summary>
public sealed class TamperingTests
{
    [Fact]
    public async Task Pay_WithAmountsInTheForm_CollectsTheOrdersTotal()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync(8500);
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync((await host.LaunchAsync(order)).SessionUrl());
        await buyer.SubmitAsync(
            $"{buyer.Address.AbsolutePath}/pay", ("number", "4242424242424242"), ("expiry", "12/34"), ("cvc", "123"),
            ("amount", "1"), ("total", "0.01"), ("amount_money", "1"), ("currency", "JPY"), ("percent", "-50"), ("order_id", "ord_other"));

        Assert.Equal(("paid", "$85.00"), (buyer.Result, buyer.Total));
        Assert.Equal(8500, Paid(await host.GetAsync($"/v1/orders/{order}")));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("8499")]
    [InlineData("-8500")]
    public async Task Pay_WithAnotherShownTotal_IsStoppedNotObeyed(string shown)
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync(8500);
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync((await host.LaunchAsync(order)).SessionUrl());
        buyer.GoBackTo(buyer.Page.Replace("name=\"shown\" value=\"8500\"", $"name=\"shown\" value=\"{shown}\"", StringComparison.Ordinal));
        await buyer.PayAsync("4242424242424242");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, buyer.Status);
        Assert.Contains("total has changed", buyer.Page, StringComparison.Ordinal);
        Assert.Equal(0, Paid(await host.GetAsync($"/v1/orders/{order}")));
    }

    [Fact]
    public async Task Pay_TipChangedInAnotherTab_AsksAgainBeforeCharging()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync(10_000);
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync((await host.LaunchAsync(order, new JsonObject { ["tip"] = new JsonObject { ["enabled"] = true } })).SessionUrl());
        var before = buyer.Page;
        await buyer.SubmitAsync($"{buyer.Address.AbsolutePath}/tip", ("percent", "20"));
        buyer.GoBackTo(before);
        await buyer.PayAsync("4242424242424242");
        Assert.Contains("total has changed", buyer.Page, StringComparison.Ordinal);
        await buyer.PayAsync("4242424242424242");
        Assert.Equal(("paid", "$120.00"), (buyer.Result, buyer.Total));
    }

    [Fact]
    public async Task Buy_WithPricesOfFixedLines_ChargesTheLinksPrice()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(Given.LinkBody(amount: 4500));
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync($"/pay/{link}");
        await buyer.SubmitAsync($"/pay/{link}", ("amount.deposit", "0.01"), ("quantity.deposit", "0"), ("unit_price", "1"), ("choice.deposit", "0"), ("amount.free", "0"));
        Assert.Equal("$45.00", buyer.Total);
    }

    [Theory]
    [InlineData("choice.donation", "0", "$5.00")]
    [InlineData("choice.donation", "2", "$20.00")]
    [InlineData("amount.donation", "2", null)]
    [InlineData("amount.donation", "100.01", null)]
    [InlineData("amount.donation", "99.99", "$99.99")]
    [InlineData("choice.donation", "7", null)]
    [InlineData("choice.donation", "-1", null)]
    public async Task Buy_Donation_TakesOnlyWhatTheLinkAllows(string field, string value, string? total)
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(JsonNode.Parse(
            """
            {"name":"Gift","payment_link_type":"donation","donation_min_amount_money":{"amount":300,"currency":"USD"},
             "donation_max_amount_money":{"amount":10000,"currency":"USD"},"donation_suggested_amount_money_options":[
             {"amount":500,"currency":"USD"},{"amount":1000,"currency":"USD"},{"amount":2000,"currency":"USD"}]}
            """)!.AsObject());
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync($"/pay/{link}");
        Assert.Contains("$3.00 to $100.00", buyer.Page, StringComparison.Ordinal);
        await buyer.SubmitAsync($"/pay/{link}", (field, value));

        Assert.Equal(total, total is null ? null : buyer.Total);
        Assert.Equal(total is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK, buyer.Status);
        Assert.Equal(total is null ? 0 : 1, (await host.GetAsync("/v1/orders")).List.Count);
    }

    [Theory]
    [InlineData("percent", "90")]
    [InlineData("percent", "-10")]
    [InlineData("fixed", "1")]
    [InlineData("own", "-5")]
    [InlineData("own", "0")]
    [InlineData("own", "1e3")]
    [InlineData("own", "100000")]
    [InlineData("nothing", "1")]
    public async Task Tip_NotOffered_IsRefusedAndChangesNothing(string field, string value)
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync(10_000);
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync((await host.LaunchAsync(order, JsonNode.Parse("""{"tip":{"enabled":true,"is_custom_tip_enabled":true}}""")!.AsObject())).SessionUrl());
        await buyer.SubmitAsync($"{buyer.Address.AbsolutePath}/tip", (field, value));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "$100.00"), (buyer.Status, buyer.Total));
        await buyer.OpenAsync(buyer.Address.AbsolutePath);
        Assert.Equal("$100.00", buyer.Total);
    }

    private static long Paid(ApiAnswer order) => order.Data["settlement_amounts"]!["paid_money"]!["amount"]!.GetValue<long>();
}
