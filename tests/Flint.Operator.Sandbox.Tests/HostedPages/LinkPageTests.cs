using System.Net;
using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Tests.PaymentLinks;

namespace Flint.Operator.Sandbox.Tests.HostedPages;

public sealed class LinkPageTests
{
    [Fact]
    public async Task Buy_WithQuantityAndAnswer_LeadsToAPaidOrder()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(PaymentLinkTests.Full());
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync($"/pay/{link}");
        Assert.All((string[])["buy", "quantity", "custom-day", "custom-name"], id => Assert.Contains($"data-testid=\"{id}\"", buyer.Page, StringComparison.Ordinal));
        await buyer.SubmitAsync($"/pay/{link}", ("quantity.dues", "2"), ("answer.day", "Sat"));
        Assert.Equal("$50.00", buyer.Total);
        await buyer.PayAsync("4242424242424242");

        Assert.Equal("paid", buyer.Result);
        Assert.Equal(1, (await host.GetAsync($"/v1/payment-links/{link}")).Data["completed_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task Buy_RefusedChoice_KeepsWhatWasTyped()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(PaymentLinkTests.Full());
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync($"/pay/{link}");
        await buyer.SubmitAsync($"/pay/{link}", ("quantity.dues", "9"), ("answer.day", "Sat"), ("answer.name", "Ada"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, buyer.Status);
        Assert.Contains("data-testid=\"error\"", buyer.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"Ada\"", buyer.Page, StringComparison.Ordinal);
        await buyer.SubmitAsync($"/pay/{link}", ("quantity.dues", "1"), ("answer.day", "Sat"));
        Assert.Equal("$25.00", buyer.Total);
    }

    [Fact]
    public async Task Buy_SamePageTwice_MakesOneOrder()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync();
        var page = new BuyerBrowser(host);
        await page.OpenAsync($"/pay/{link}");
        var form = page.Page;
        await page.SubmitAsync($"/pay/{link}");
        var first = page.Address.AbsolutePath;
        var again = new BuyerBrowser(host);
        await again.OpenAsync($"/pay/{link}");
        again.GoBackTo(form);
        await again.SubmitAsync($"/pay/{link}");

        Assert.Equal(first, again.Address.AbsolutePath);
        Assert.Single((await host.GetAsync("/v1/orders")).List);
    }

    [Theory]
    [InlineData("12.50", "$12.50")]
    [InlineData("7", "$7.00")]
    [InlineData("7,5", "$7.50")]
    public async Task Buy_DonationAmount_IsReadWithoutGuessing(string typed, string total)
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(new JsonObject { ["name"] = "Gift", ["payment_link_type"] = "donation" });
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync($"/pay/{link}");
        await buyer.SubmitAsync($"/pay/{link}", ("amount.donation", "1,234.00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, buyer.Status);
        await buyer.SubmitAsync($"/pay/{link}", ("amount.donation", typed));
        Assert.Equal(total, buyer.Total);
    }

    [Fact]
    public async Task Open_InactiveLink_ShowsTheMerchantsWords()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(PaymentLinkTests.Full());
        await host.PatchAsync($"/v1/payment-links/{link}", new JsonObject { ["status"] = "inactive" });
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync($"/pay/{link}");
        Assert.Equal("inactive", buyer.Result);
        Assert.Contains("Back in spring", buyer.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_LinkAtItsLimit_IsSoldOut()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = Given.LinkBody();
        body["max_completions"] = 1;
        var link = await host.LinkAsync(body);
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync($"/pay/{link}");
        await buyer.SubmitAsync($"/pay/{link}");
        await buyer.PayAsync("4242424242424242");
        await buyer.OpenAsync($"/pay/{link}");

        Assert.Equal("sold-out", buyer.Result);
        var read = (await host.GetAsync($"/v1/payment-links/{link}/public")).Data;
        Assert.True(read["is_sold_out"]!.GetValue<bool>());
        var resolve = new JsonObject { ["resolution_context"] = read["resolution_context"]!.GetValue<string>() };
        Assert.Equal("PAYMENT_LINK_MAX_COMPLETIONS_REACHED", (await host.PostAsync($"/v1/payment-links/{link}/resolve", resolve, "k")).Code);
    }

    [Fact]
    public async Task Open_HostileTexts_AreShownAsText()
    {
        const string hostile = "</title><script>alert(1)</script>\"'&";
        await using var host = await SandboxHost.StartAsync();
        var body = Given.LinkBody(hostile);
        body["description"] = "<img src=x onerror=alert(1)>";
        body["custom_fields"] = new JsonArray(new JsonObject { ["custom_field_type"] = "text", ["key"] = "a\"><b>", ["label"] = "<i>" });
        var link = await host.LinkAsync(body);
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync($"/pay/{link}");
        Assert.DoesNotContain("<script>alert", buyer.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", buyer.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", buyer.Page, StringComparison.Ordinal);
        Assert.Contains("&lt;/title&gt;&lt;script&gt;alert(1)", buyer.Page, StringComparison.Ordinal);
        await buyer.SubmitAsync($"/pay/{link}");
        Assert.DoesNotContain("<script>alert", buyer.Page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", buyer.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_UnknownAddresses_AreNotFound()
    {
        await using var host = await SandboxHost.StartAsync();
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync("/pay/pl_none");
        Assert.Equal((HttpStatusCode.NotFound, "not-found"), (buyer.Status, buyer.Result));
        await buyer.OpenAsync("/checkout/cs_none");
        Assert.Equal(HttpStatusCode.NotFound, buyer.Status);
    }
}
