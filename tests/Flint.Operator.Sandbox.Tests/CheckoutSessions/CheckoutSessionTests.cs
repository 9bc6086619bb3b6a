using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.CheckoutSessions;

public sealed class CheckoutSessionTests
{
    [Fact]
    public async Task Create_ForOrder_AnswersTheWholeAddress()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order, new JsonObject { ["external_reference_id"] = "dev7-cs-1" });
        var url = launch.SessionUrl();

        Assert.Equal(HttpStatusCode.Created, launch.Status);
        Assert.StartsWith($"http://127.0.0.1/checkout/{launch.SessionId()}#checkout_token=", url, StringComparison.Ordinal);
        Assert.Equal(url, launch.Data["checkout_access"]!["hosted_url"]!.GetValue<string>());
        Assert.Equal(url, launch.Data["hosted_checkout"]!["url"]!.GetValue<string>());
        Assert.StartsWith("ckat_v1.", launch.Data["checkout_access"]!["checkout_auth_token"]!.GetValue<string>(), StringComparison.Ordinal);
        var read = await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}");
        Assert.True(JsonNode.DeepEquals(launch.Data["checkout_session"], read.Data));
        Assert.Equal(launch.SessionId(), (await host.GetAsync($"/v1/orders/{order}")).Data["checkout_session_ids"]![0]!.GetValue<string>());
        Assert.Single((await host.GetAsync($"/v1/checkout-sessions?order_id={order}&status=open&external_reference_id=dev7-cs-1")).List);
    }

    [Fact]
    public async Task Create_SecondForOrder_NamesTheFirst()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var first = await host.LaunchAsync(order);
        var second = await host.LaunchAsync(order);

        Assert.Equal((HttpStatusCode.Conflict, "CHECKOUT_SESSION_ALREADY_EXISTS"), (second.Status, second.Code));
        Assert.Equal(first.SessionId(), second.Error["existing_checkout_session_id"]!.GetValue<string>());
        Assert.Equal(first.SessionId(), second.Error["blocking_resources"]![0]!["resource_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Create_ReplacingTheCurrent_Supersedes()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var first = await host.LaunchAsync(order);
        var second = await host.LaunchAsync(order, Replace(first.SessionId()));
        var old = (await host.GetAsync($"/v1/checkout-sessions/{first.SessionId()}")).Data;

        Assert.Equal(HttpStatusCode.Created, second.Status);
        Assert.Equal(("invalidated", "superseded"), (Text(old, "status"), Text(old, "terminal_reason")));
        Assert.Equal(second.SessionId(), Text(old, "superseding_checkout_session_id"));
        var stale = await host.LaunchAsync(order, Replace(first.SessionId()));
        Assert.Equal("CHECKOUT_SESSION_CURRENT_CHANGED", stale.Code);
        Assert.Equal(second.SessionId(), stale.Error["current_checkout_session_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Create_ReplacingAnEndedSession_IsRefused()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var first = await host.LaunchAsync(order);
        await host.PostAsync($"/v1/checkout-sessions/{first.SessionId()}/close", new JsonObject());

        Assert.Equal("ORDER_COLLECTION_IN_PROGRESS", (await host.LaunchAsync(order, Replace(first.SessionId()))).Code);
        Assert.Equal(HttpStatusCode.Created, (await host.LaunchAsync(order)).Status);
    }

    [Fact]
    public async Task Create_QuickPay_MakesItsOrder()
    {
        await using var host = await SandboxHost.StartAsync();
        var launch = await host.PostAsync("/v1/checkout-sessions", new JsonObject
        {
            ["quick_pay_item"] = new JsonObject { ["name"] = "Coffee", ["amount_money"] = Given.Usd(350) },
        });
        var order = await host.GetAsync($"/v1/orders/{launch.Data["checkout_session"]!["order_id"]}");
        Assert.Equal(350, order.Data["settlement_amounts"]!["outstanding_money"]!["amount"]!.GetValue<long>());
        Assert.Equal(("checkout", "checkout"), (Text(order.Data, "origin"), Text(launch.Data["checkout_session"]!, "origin")));
    }

    [Theory]
    [InlineData("{}", "CHECKOUT_SESSION_SOURCE_REQUIRED")]
    [InlineData("""{"order_id":"ord_1","plan_id":"plan_1"}""", "CHECKOUT_SESSION_SOURCE_CONFLICT")]
    [InlineData("""{"plan_id":"plan_1","replace_checkout_session_id":"cs_1"}""", "CHECKOUT_REPLACEMENT_REQUIRES_ORDER")]
    [InlineData("""{"order_id":"ord_1","expiration":{"expires_in_seconds":59}}""", "INVALID_EXPIRATION")]
    [InlineData("""{"order_id":"ord_1","expiration":{"expires_in_seconds":86401}}""", "INVALID_EXPIRATION")]
    [InlineData("""{"order_id":"ord_1","amount_money":{"amount":1,"currency":"USD"}}""", "UNKNOWN_FIELD")]
    [InlineData("""{"order_id":"ord_1"}""", "VALIDATION_ERROR")]
    [InlineData("""{"plan_id":"plan_1"}""", "VALIDATION_ERROR")]
    [InlineData("""{"payment_intent_id":"pi_1"}""", "VALIDATION_ERROR")]
    [InlineData("""{"quick_pay_item":{"name":"Coffee","amount_money":{"amount":0,"currency":"USD"}}}""", "AMOUNT_BELOW_LIMIT")]
    [InlineData("""{"order_id":"ord_1","surface":"popup"}""", "VALIDATION_ERROR")]
    public async Task Create_Unsound_IsRefused(string body, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.PostAsync("/v1/checkout-sessions", JsonNode.Parse(body)!);
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Create_TaxedQuickPay_NeedsAConnection()
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.PostAsync("/v1/checkout-sessions", JsonNode.Parse(
            """{"quick_pay_item":{"name":"Coffee","amount_money":{"amount":350,"currency":"USD"}},"tax":{"enabled":true}}""")!);
        Assert.Equal((HttpStatusCode.Conflict, "AUTOMATIC_TAX_CONNECTION_REQUIRED"), (answer.Status, answer.Code));
        Assert.Empty((await host.GetAsync("/v1/orders")).List);
    }

    [Fact]
    public async Task Create_OrderWithAutomaticTax_NeedsAConnection()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = Given.OrderBody();
        body["tax"] = new JsonObject { ["enabled"] = true };
        var order = await host.PostAsync("/v1/orders", body);
        Assert.Equal("AUTOMATIC_TAX_CONNECTION_REQUIRED", (await host.LaunchAsync(Text(order.Data, "order_id"))).Code);
    }

    [Fact]
    public async Task Read_AfterExpiry_SaysExpiredAndFreesTheOrder()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order, new JsonObject { ["expiration"] = new JsonObject { ["expires_in_seconds"] = 60 } });
        host.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("open", Text((await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data, "status"));
        host.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty((await host.GetAsync("/v1/checkout-sessions?status=open")).List);
        var session = (await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data;
        Assert.Equal(("expired", "expired", "2026-09-14T10:01:00.000Z"), (Text(session, "status"), Text(session, "terminal_reason"), Text(session, "updated_at")));
        Assert.Equal("open", Text((await host.GetAsync($"/v1/orders/{order}")).Data, "status"));
        Assert.Equal(HttpStatusCode.Created, (await host.LaunchAsync(order)).Status);
    }

    [Fact]
    public async Task Close_OpenThenAgain_RefusesTheSecond()
    {
        await using var host = await SandboxHost.StartAsync();
        var launch = await host.LaunchAsync(await host.OrderAsync());
        var path = $"/v1/checkout-sessions/{launch.SessionId()}/close";
        var closed = await host.PostAsync(path, new JsonObject { ["reason_message"] = "left" });
        var again = await host.PostAsync(path, new JsonObject());

        Assert.Equal(("closed", "api", "left"), (Text(closed.Data, "status"), Text(closed.Data, "terminal_reason"), Text(closed.Data, "closed_reason")));
        Assert.Equal("INVALID_STATUS_TRANSITION", again.Code);
        Assert.Equal("closed", again.Error["current_status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Update_ReferenceAndMetadata_WorksAfterTheEndToo()
    {
        await using var host = await SandboxHost.StartAsync();
        var launch = await host.LaunchAsync(await host.OrderAsync());
        var path = $"/v1/checkout-sessions/{launch.SessionId()}";
        await host.PostAsync($"{path}/close", new JsonObject());
        var patched = await host.PatchAsync(path, JsonNode.Parse("""{"external_reference_id":"x","metadata":{"a":"1"}}""")!);

        Assert.Equal("x", Text(patched.Data, "external_reference_id"));
        Assert.Equal("NO_FIELDS_TO_UPDATE", (await host.PatchAsync(path, new JsonObject())).Code);
        Assert.Equal("CHECKOUT_SESSION_UPDATE_FIELD_NOT_ALLOWED", (await host.PatchAsync(path, new JsonObject { ["order_id"] = "o" })).Code);
    }

    [Fact]
    public async Task Read_Expanded_CarriesTheRelated()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.OrderAsync();
        var launch = await host.LaunchAsync(order);
        var session = (await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}?expand=order,payment_intents&expand=payment_link&expand=customer,invoice")).Data.AsObject();
        foreach (var absent in (string[])["payment_link", "customer", "invoice"])
            Assert.True(session.TryGetPropertyValue(absent, out var value) && value is null, absent);
        Assert.Equal(order, Text(session["order"]!, "order_id"));
        Assert.Empty(session["payment_intents"]!.AsArray());
    }

    private static JsonObject Replace(string id) => new() { ["replace_checkout_session_id"] = id };

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
