using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.HostedPages;

public sealed class CheckoutPaymentTests
{
    [Fact]
    public async Task Pay_GoodCard_PaysOrderAndSession()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order);
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());
        Assert.Equal("$85.00", buyer.Total);
        await buyer.PayAsync("4242 4242 4242 4242");

        Assert.Equal(("paid", "$85.00"), (buyer.Result, buyer.Total));
        var session = (await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}?expand=payment_intents")).Data;
        Assert.Equal(("paid", "payment_succeeded"), (Text(session, "status"), Text(session, "terminal_reason")));
        Assert.Equal("4242", Text(session["payment_intents"]![0]!["payment_source"]!["card"]!, "last4"));
        var read = (await host.GetAsync($"/v1/orders/{order}?expand=payment_intents")).Data;
        Assert.Equal(("open", "paid"), (Text(read, "status"), Text(read, "payment_status")));
        Assert.Equal((8500, 0), (Settled(read, "paid"), Settled(read, "outstanding")));
        Assert.Equal("ORDER_NOT_OPEN", (await host.LaunchAsync(order)).Code);
        Assert.Single((await host.GetAsync("/v1/orders?payment_status=paid")).List);
    }

    [Fact]
    public async Task Pay_DeclinedCard_LeavesTheSessionPayable()
    {
        await using var host = await SandboxHost.StartAsync();
        var launch = await host.LaunchAsync(await host.OrderAsync());
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());
        await buyer.PayAsync("4000 0000 0000 9995");

        Assert.Equal("declined", buyer.Result);
        Assert.Contains("insufficient funds", buyer.Page, StringComparison.Ordinal);
        Assert.Equal("open", Text((await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data, "status"));
        await buyer.PayAsync("4242424242424242");
        Assert.Equal("paid", buyer.Result);
    }

    [Theory]
    [InlineData("approve", "paid", "paid")]
    [InlineData("fail", "declined", "open")]
    public async Task Pay_ChallengedCard_EndsAsTheBuyerAnswers(string answer, string result, string status)
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order);
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());
        await buyer.PayAsync("4000 0025 0000 3155");
        Assert.Equal("challenge", buyer.Result);
        var running = (await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data;
        Assert.Equal("requires_action", Text(running["active_payment_attempt"]!, "status"));
        Assert.Equal("PAYMENT_ATTEMPT_IN_PROGRESS", (await host.PostAsync($"/v1/orders/{order}/close", new JsonObject())).Code);
        Assert.Equal("CHECKOUT_PAYMENT_RESOLVING", (await host.LaunchAsync(order, new JsonObject { ["replace_checkout_session_id"] = launch.SessionId() })).Code);

        await buyer.SubmitAsync($"{buyer.Address.AbsolutePath}/challenge", ("answer", answer));

        Assert.Equal(result, buyer.Result);
        Assert.Equal(status, Text((await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data, "status"));
    }

    [Fact]
    public async Task Challenge_StillRunningAtExpiry_GetsAShortRecovery()
    {
        await using var host = await SandboxHost.StartAsync();
        var launch = await host.LaunchAsync(await host.OrderAsync(), new JsonObject { ["expiration"] = new JsonObject { ["expires_in_seconds"] = 60 } });
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());
        await buyer.PayAsync("4000 0025 0000 3155");
        host.Time.Advance(TimeSpan.FromMinutes(2));
        var recovering = (await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data;
        Assert.Equal(("open", true), (Text(recovering, "status"), recovering["recovery_mode"]!.GetValue<bool>()));
        var path = $"/v1/checkout-sessions/{launch.SessionId()}";
        foreach (var refused in (ApiAnswer[])[await host.PostAsync($"{path}/close", new JsonObject()), await host.PatchAsync(path, new JsonObject { ["external_reference_id"] = "x" })])
            Assert.Equal((HttpStatusCode.Forbidden, "CHECKOUT_RECOVERY_RESTRICTED"), (refused.Status, refused.Code));
        host.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("expired", Text((await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data, "status"));
    }

    [Theory]
    [InlineData("4111 1111 1111 1111", "12/34", "123", "real card")]
    [InlineData("4242 4242 4242 4242", "08/26", "123", "expiry")]
    [InlineData("4242 4242 4242 4242", "12/34", "12", "security code")]
    public async Task Pay_UnusableInput_IsExplainedAndNothingHappens(string number, string expiry, string cvc, string says)
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync((await host.LaunchAsync(order)).SessionUrl());
        await buyer.PayAsync(number, expiry, cvc);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, buyer.Status);
        Assert.Contains(says, buyer.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(number, buyer.Page.Replace("4242 4242 4242 4242", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty((await host.GetAsync($"/v1/orders/{order}")).Data["payment_intent_ids"]!.AsArray());
    }

    [Theory]
    [InlineData("4000000000000002", "card_declined")]
    [InlineData("4000000000000069", "expired_card")]
    [InlineData("4000000000000119", "processing_error")]
    [InlineData("4000000000000127", "incorrect_cvc")]
    [InlineData("4000000000009995", "insufficient_funds")]
    public async Task Pay_CardThatIsDeclined_SaysWhyAndLeavesTheOrderToBePaid(string number, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order);
        var buyer = await host.BuyerAsync(launch);
        await buyer.PayAsync(number);

        Assert.Equal("declined", buyer.Result);
        Assert.Equal("unpaid", Text((await host.GetAsync($"/v1/orders/{order}")).Data, "payment_status"));
        var attempt = (await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data["active_payment_attempt"]!;
        Assert.Equal(("failed", code), (Text(attempt, "status"), Text(attempt, "failure_code")));
        await buyer.PayAsync("5555555555554444");
        Assert.Equal("paid", buyer.Result);
    }

    [Fact]
    public async Task Pay_AnyCard_LeavesNoNumberInTheFile()
    {
        var host = await SandboxHost.StartAsync();
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync((await host.LaunchAsync(await host.OrderAsync())).SessionUrl());
        await buyer.PayAsync("4000000000009995");
        await buyer.PayAsync("4242424242424242");
        var files = Directory.GetFiles(Path.GetDirectoryName(host.DataFile)!).Select(ReadShared).ToArray();
        await host.DisposeAsync();

        Assert.Contains(files, text => text.Contains("9995", StringComparison.Ordinal));
        Assert.All(files, text => Assert.False(
            text.Contains("4242424242424242", StringComparison.Ordinal) || text.Contains("4000000000009995", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Tip_Chosen_ChangesTheTotalAndKeepsTheSession()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync(10_000);
        var launch = await host.LaunchAsync(order, new JsonObject { ["tip"] = JsonNode.Parse("""{"enabled":true,"tip_percentages":[5,15,25]}""") });
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());
        Assert.Contains("data-testid=\"tip-15\"", buyer.Page, StringComparison.Ordinal);
        await buyer.SubmitAsync($"{buyer.Address.AbsolutePath}/tip", ("percent", "15"));
        Assert.Equal("$115.00", buyer.Total);
        await buyer.SubmitAsync($"{buyer.Address.AbsolutePath}/tip", ("percent", "90"));
        Assert.Equal("$115.00", buyer.Total);
        await buyer.PayAsync("4242424242424242");

        var read = (await host.GetAsync($"/v1/orders/{order}")).Data;
        Assert.Equal((11_500, 1500), (Settled(read, "paid"), Settled(read, "settled_tip")));
    }

    [Fact]
    public async Task Pay_EmailAndTermsDemanded_NeedsBoth()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order, JsonNode.Parse(
            """{"customer_collection":{"require_email":true},"legal":{"require_terms_of_service":true,"terms_of_service_url":"https://club.example/terms"}}""")!.AsObject());
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(launch.SessionUrl());
        await PayAsync("ada@", "true");
        Assert.Contains("e-mail address", buyer.Page, StringComparison.Ordinal);
        await PayAsync("ada@club.example", "");
        Assert.Contains("agree to the terms", buyer.Page, StringComparison.Ordinal);
        await PayAsync("ada@club.example", "true");

        Assert.Equal("paid", buyer.Result);
        Assert.Equal("ada@club.example", Text((await host.GetAsync($"/v1/orders/{order}")).Data, "buyer_email"));

        Task PayAsync(string email, string terms) => buyer.SubmitAsync(
            $"{buyer.Address.AbsolutePath}/pay", ("number", "4242424242424242"), ("expiry", "12/34"), ("cvc", "123"), ("email", email), ("terms", terms));
    }

    private static string ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static long Settled(JsonNode order, string name) => order["settlement_amounts"]![$"{name}_money"]!["amount"]!.GetValue<long>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
