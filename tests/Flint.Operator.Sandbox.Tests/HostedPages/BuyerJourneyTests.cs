using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.HostedPages;

public sealed class BuyerJourneyTests
{
    [Fact]
    public async Task Receipt_AfterTipAndTax_SaysWhatWasPaid()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = Given.OrderBody(10_000);
        body["tax"] = JsonNode.Parse("""{"enabled":true,"calculation":{"mode":"external","price_mode":"additive","components":[{"flat_money":{"amount":825,"currency":"USD"},"jurisdiction":{"code":"CO","country":"US","level":"state","name":"Colorado","state":"CO"}}]}}""");
        var order = (await host.PostAsync("/v1/orders", body)).Data;
        var launch = await host.LaunchAsync(order["order_id"]!.GetValue<string>(), JsonNode.Parse("""{"tip":{"enabled":true,"is_custom_tip_enabled":true}}""")!.AsObject());
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());
        await buyer.SubmitAsync($"{buyer.Address.AbsolutePath}/tip", ("own", "7.50"));
        Assert.Equal("$115.75", buyer.Total);
        await buyer.PayAsync("4242424242424242");

        Assert.Equal(("paid", "$115.75"), (buyer.Result, buyer.Total));
        Assert.All(
            (string[])[order["order_number"]!.GetValue<string>(), "Bike service", "$100.00", "$8.25", "$7.50", "14 September 2026, 10:00 UTC", "ending in 4242"],
            text => Assert.Contains(text, buyer.Page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_PaidSessionByAnotherPerson_SaysSoWithoutAmounts()
    {
        await using var host = await SandboxHost.StartAsync();
        var launch = await host.LaunchAsync(await host.OrderAsync());
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());
        await buyer.PayAsync("4242424242424242");
        var other = new BuyerBrowser(host);
        await other.OpenAsync(launch.SessionUrl());

        Assert.Equal("already-paid", other.Result);
        Assert.DoesNotContain("85.00", other.Page, StringComparison.Ordinal);
        await buyer.OpenAsync(buyer.Address.AbsolutePath);
        Assert.Equal("paid", buyer.Result);
    }

    [Theory]
    [InlineData("000123456789", "paid", "paid")]
    [InlineData("000111111113", "declined", "unpaid")]
    public async Task BankDebit_Sent_IsProcessingUntilTheBankAnswers(string account, string result, string status)
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order, JsonNode.Parse("""{"payments":{"enabled_payment_options":["card","ach_debit"]}}""")!.AsObject());
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());
        await buyer.SubmitAsync($"{buyer.Address.AbsolutePath}/pay", ("method", "ach_debit"), ("routing", "110000000"), ("account", account));
        Assert.Equal("processing", buyer.Result);
        Assert.Equal("processing", Text((await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data["active_payment_attempt"]!, "status"));
        Assert.Equal("PAYMENT_ATTEMPT_STILL_PROCESSING", (await host.PostAsync($"/v1/orders/{order}/close", new JsonObject())).Code);
        await buyer.PayAsync("4242424242424242");
        Assert.Equal("processing", buyer.Result);

        host.Time.Advance(TimeSpan.FromSeconds(20));
        await buyer.OpenAsync(buyer.Address.AbsolutePath);

        Assert.Equal(result, buyer.Result);
        Assert.Equal(status, Text((await host.GetAsync($"/v1/orders/{order}")).Data, "payment_status"));
    }

    [Fact]
    public async Task BankDebit_AnsweredAfterExpiry_StillPays()
    {
        await using var host = await SandboxHost.StartAsync();
        var launch = await host.LaunchAsync(await host.OrderAsync(), JsonNode.Parse(
            """{"payments":{"enabled_payment_options":["ach_debit"]},"expiration":{"expires_in_seconds":60}}""")!.AsObject());
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());
        host.Time.Advance(TimeSpan.FromSeconds(50));
        await buyer.SubmitAsync($"{buyer.Address.AbsolutePath}/pay", ("method", "ach_debit"), ("routing", "110000000"), ("account", "000123456789"));
        host.Time.Advance(TimeSpan.FromSeconds(12));
        Assert.True((await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data["recovery_mode"]!.GetValue<bool>());
        host.Time.Advance(TimeSpan.FromDays(2));

        var read = (await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data;
        Assert.Equal(("paid", "2026-09-14T10:01:10.000Z"), (Text(read, "status"), Text(read, "updated_at")));
    }

    [Fact]
    public async Task BankDebit_NotEnabled_IsNotTaken()
    {
        await using var host = await SandboxHost.StartAsync();
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync((await host.LaunchAsync(await host.OrderAsync())).SessionUrl());
        await buyer.SubmitAsync($"{buyer.Address.AbsolutePath}/pay", ("method", "ach_debit"), ("routing", "110000000"), ("account", "000123456789"));
        Assert.Contains("test card numbers", buyer.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AddressPasted_NeedsNoScript()
    {
        await using var host = await SandboxHost.StartAsync();
        var launch = await host.LaunchAsync(await host.OrderAsync());
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync($"/checkout/{launch.SessionId()}");
        await buyer.SubmitAsync($"/checkout/{launch.SessionId()}/open", ("address", "https://elsewhere.example/#checkout_token=guess"));
        Assert.Contains("not the address", buyer.Page, StringComparison.Ordinal);
        await buyer.SubmitAsync($"/checkout/{launch.SessionId()}/open", ("address", $" {launch.SessionUrl()} "));
        Assert.Equal("$85.00", buyer.Total);
    }

    [Fact]
    public async Task Buy_FromALink_NeedsNoScriptToReachTheCheckout()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync();
        using var page = await host.Anyone.GetAsync($"/pay/{link}");
        var fields = System.Text.RegularExpressions.Regex.Matches(await page.Content.ReadAsStringAsync(), "type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Groups[1].Value, field.Groups[2].Value)));
        using var answer = await host.Anyone.PostAsync($"/pay/{link}", form);
        using var next = new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location!.OriginalString.Split('#')[0]);
        next.Headers.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var checkout = await host.Anyone.SendAsync(next);
        Assert.Contains("data-testid=\"card-number\"", await checkout.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_RunningCheckout_SaysHowLongItIsOpen()
    {
        await using var host = await SandboxHost.StartAsync();
        var launch = await host.LaunchAsync(await host.OrderAsync(), JsonNode.Parse("""{"expiration":{"expires_in_seconds":1800}}""")!.AsObject());
        host.Time.Advance(TimeSpan.FromMinutes(10));
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());
        Assert.Contains("data-seconds-left=\"1200\">20 minutes<", buyer.Page, StringComparison.Ordinal);
        Assert.Contains("10:30 UTC", buyer.Page, StringComparison.Ordinal);
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
