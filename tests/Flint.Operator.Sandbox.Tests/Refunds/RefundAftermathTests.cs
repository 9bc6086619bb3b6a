using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Refunds;

/// <summary>What comes after a refund: the bank's last word, and what the order, its session and its lines still allow.</summary>
public sealed class RefundAftermathTests
{
    [Fact]
    public async Task Create_BankTakesItsTime_IsPendingFirst()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.PaidOrderAsync(card: "4000 0000 0000 7726");
        var refund = await host.RefundAsync(order);
        Assert.Equal("pending", Text(refund.Data, "status"));
        Assert.Equal(("none", 0), await StandingAsync(host, order));
        Assert.Equal("NOTHING_TO_REFUND", (await host.RefundAsync(order)).Code);

        host.Time.Advance(TimeSpan.FromMinutes(1));
        var settled = (await host.GetAsync($"/v1/refunds/{Text(refund.Data, "refund_id")}")).Data;
        Assert.Equal(("succeeded", "2026-09-14T10:01:00.000Z"), (Text(settled, "status"), Text(settled, "updated_at")));
        Assert.Equal(("refunded", 8500), await StandingAsync(host, order));
    }

    [Fact]
    public async Task Create_BankSendsItBack_FailsLaterAndCanBeTriedAgain()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.PaidOrderAsync(card: "4000 0000 0000 5126");
        var refund = await host.RefundAsync(order);
        Assert.Equal(("refunded", 8500), await StandingAsync(host, order));

        host.Time.Advance(TimeSpan.FromMinutes(1));
        var failed = Assert.Single((await host.GetAsync($"/v1/refunds?status=failed&order_id={order}")).List)!;
        Assert.Equal((Text(refund.Data, "refund_id"), "payment_refund_failed"), (Text(failed, "refund_id"), Text(failed, "failure_reason")));
        Assert.Equal(("none", 0), await StandingAsync(host, order));
        var line = new JsonObject { ["line_items"] = new JsonArray(Given.Line("Oil", 500)) };
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync($"/v1/orders/{order}/line-items", line)).Status);
        Assert.Equal(HttpStatusCode.Created, (await host.RefundAsync(order)).Status);
    }

    [Fact]
    public async Task Order_FullyRefunded_IsDone()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.PaidOrderAsync();
        var session = (await host.GetAsync($"/v1/orders/{order}")).Data["checkout_session_ids"]![0]!.GetValue<string>();
        await host.RefundAsync(order);

        Assert.Equal("paid", Text((await host.GetAsync($"/v1/checkout-sessions/{session}")).Data, "status"));
        Assert.Equal((HttpStatusCode.Conflict, "ORDER_NOT_OPEN"), Refusal(await host.LaunchAsync(order)));
        Assert.Equal((HttpStatusCode.BadRequest, "ORDER_REFUNDED"), Refusal(await host.PostAsync($"/v1/orders/{order}/close", new JsonObject())));
        var line = new JsonObject { ["line_items"] = new JsonArray(Given.Line()) };
        Assert.Equal((HttpStatusCode.Conflict, "ORDER_FINANCIAL_MUTATION_NOT_ALLOWED"), Refusal(await host.PostAsync($"/v1/orders/{order}/line-items", line)));
        Assert.Equal("kept", Text((await host.PatchAsync($"/v1/orders/{order}", new JsonObject { ["internal_note"] = "kept" })).Data, "internal_note"));
    }

    [Fact]
    public async Task Order_PartlyRefunded_CanBeClosedAndThenRefundedFurther()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.PaidOrderAsync();
        await host.RefundAsync(order, """{"amount_money":{"amount":100,"currency":"USD"}}""");
        Assert.Equal("closed", Text((await host.PostAsync($"/v1/orders/{order}/close", new JsonObject())).Data, "status"));
        Assert.Equal(HttpStatusCode.Created, (await host.RefundAsync(order)).Status);
        Assert.Equal(("refunded", 8500), await StandingAsync(host, order));
        Assert.Single((await host.GetAsync("/v1/orders?refund_status=refunded&payment_status=paid")).List);
    }

    private static (HttpStatusCode Status, string Code) Refusal(ApiAnswer answer) => (answer.Status, answer.Code);

    private static async Task<(string, long)> StandingAsync(SandboxHost host, string order)
    {
        var read = (await host.GetAsync($"/v1/orders/{order}")).Data;
        return (Text(read, "refund_status"), read["settlement_amounts"]!["refunded_money"]!["amount"]!.GetValue<long>());
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
