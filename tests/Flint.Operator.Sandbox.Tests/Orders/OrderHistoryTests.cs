using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Orders;

/// <summary>Whatever is done to an order in whatever sequence: its sums agree, and no money comes from nowhere.</summary>
public sealed class OrderHistoryTests
{
    private static readonly string[] Cards =
        ["4242424242424242", "5555555555554444", "4000000000009995", "4000000000007726", "4000000000005126"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Any_Sequence_KeepsTheSums(int seed)
    {
        await using var host = await SandboxHost.StartAsync();
        var chance = new Random(seed);
        var jersey = await host.VariantAsync("RCC-JER-M");
        var id = Text((await host.PostAsync("/v1/orders", First(chance))).Data, "order_id");
        var done = 0;
        for (var step = 0; step < 40; step++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(chance.Next(40)));
            var before = (await host.GetAsync($"/v1/orders/{id}")).Data;
            var answer = await StepAsync(host, chance, before, jersey);
            var order = (await host.GetAsync($"/v1/orders/{id}")).Data;
            Check(order);
            await CheckSessionsAsync(host, before, order);
            if (answer is null || answer.Status is HttpStatusCode.OK or HttpStatusCode.Created)
                done++;
            else
                Assert.InRange((int)answer.Status, 400, 409);
        }

        Assert.InRange(done, 8, 40);
    }

    private static JsonObject First(Random chance)
    {
        var body = new JsonObject { ["line_items"] = new JsonArray(Given.Line("A", chance.Next(1, 5000), chance.Next(1, 4)), Given.Line("B", 0)) };
        if (chance.Next(2) == 0)
            body["requested_tip"] = new JsonObject { ["percent"] = chance.Next(1, 30) };
        if (chance.Next(2) == 0)
            body["discounts"] = new JsonArray(new JsonObject { ["manual"] = new JsonObject { ["name"] = "D", ["amount_money"] = Given.Usd(chance.Next(1, 3000)) } });
        return body;
    }

    /// <summary>One thing an operator or a buyer may do. Null where a buyer did it.</summary>
    private static async Task<ApiAnswer?> StepAsync(SandboxHost host, Random chance, JsonNode order, string jersey)
    {
        var path = $"/v1/orders/{Text(order, "order_id")}";
        var lines = order["line_items"]!.AsArray();
        var line = lines[chance.Next(lines.Count)]!;
        switch (chance.Next(9))
        {
            case 0:
                return await host.PostAsync($"{path}/line-items", new JsonObject { ["line_items"] = new JsonArray(Given.Line("C", chance.Next(3000), chance.Next(1, 3))) });
            case 1:
                return await host.PostAsync($"{path}/line-items", new JsonObject { ["line_items"] = new JsonArray(new JsonObject { ["variant_id"] = jersey }) });
            case 2:
                return await host.PatchAsync($"{path}/line-items/{Text(line, "order_line_item_id")}", new JsonObject { ["quantity"] = chance.Next(1, 5) });
            case 3:
                using (var request = new HttpRequestMessage(HttpMethod.Delete, $"{path}/line-items/{Text(line, "order_line_item_id")}"))
                    return await ApiAnswer.ReadAsync(await host.Api.SendAsync(request));
            case 4:
                return await host.PatchAsync(path, new JsonObject { ["requested_tip"] = chance.Next(2) == 0 ? null : new JsonObject { ["amount_money"] = Given.Usd(chance.Next(1, 900)) } });
            case 5:
                return await host.RefundAsync(Text(order, "order_id"), new JsonObject { ["amount_money"] = Given.Usd(chance.Next(1, 4000)) }.ToJsonString());
            case 6:
                var target = new JsonObject { ["order_line_item_id"] = Text(line, "order_line_item_id"), ["quantity"] = 1 };
                return await host.RefundAsync(Text(order, "order_id"), new JsonObject { ["line_items"] = new JsonArray(target) }.ToJsonString());
            case 7:
                return await host.LaunchAsync(Text(order, "order_id"));
            default:
                return await PayAsync(host, chance, order);
        }
    }

    private static async Task<ApiAnswer?> PayAsync(SandboxHost host, Random chance, JsonNode order)
    {
        var open = (await host.GetAsync($"/v1/checkout-sessions?order_id={Text(order, "order_id")}&status=open")).List;
        if (open.Count == 0)
            return await host.LaunchAsync(Text(order, "order_id"));
        var buyer = new BuyerBrowser(host);
        await buyer.OpenAsync(Text(open[0]!, "url"));
        await buyer.PayAsync(Cards[chance.Next(Cards.Length)]);
        return null;
    }

    private static void Check(JsonNode order)
    {
        var lines = order["line_items"]!.AsArray();
        Assert.Equal(lines.Sum(line => Amount(line!, "subtotal_money")), Priced(order, "subtotal"));
        Assert.Equal(lines.Sum(line => Amount(line!, "discount_money")), Priced(order, "discount"));
        Assert.Equal(lines.Sum(line => Amount(line!, "total_money")) + Priced(order, "requested_tip"), Priced(order, "total"));

        var (paid, refunded) = (Settled(order, "paid"), Settled(order, "refunded"));
        Assert.InRange(paid, 0, Priced(order, "total"));
        Assert.InRange(refunded, 0, paid);
        Assert.Equal(Priced(order, "total") - paid, Settled(order, "outstanding"));
        Assert.Equal(paid - refunded, Settled(order, "net_collected"));
        Assert.InRange(Settled(order, "settled_tip"), 0, paid);
        Assert.InRange(lines.Sum(line => Amount(line!, "refunded_money")), 0, refunded);
        Assert.All(lines, line => Assert.InRange(Amount(line!, "refunded_money"), 0, Amount(line!, "total_money")));
        Assert.All(lines, line => Assert.InRange(line!["refunded_quantity"]!.GetValue<long>(), 0, line["quantity"]!.GetValue<long>()));
        Assert.Equal(refunded == 0 ? "none" : refunded < paid ? "partially_refunded" : "refunded", Text(order, "refund_status"));
    }

    /// <summary>At most one is open, and none outlives a change of the money it was to collect.</summary>
    private static async Task CheckSessionsAsync(SandboxHost host, JsonNode before, JsonNode order)
    {
        var open = (await host.GetAsync($"/v1/checkout-sessions?order_id={Text(order, "order_id")}&status=open")).List;
        Assert.InRange(open.Count, 0, 1);
        if (open.Count == 1 && before["checkout_session_ids"]!.AsArray().Any(id => id!.GetValue<string>() == Text(open[0]!, "checkout_session_id")))
            Assert.True(JsonNode.DeepEquals(before["pricing_amounts"], order["pricing_amounts"]));
    }

    private static long Amount(JsonNode node, string name) => node[name]!["amount"]!.GetValue<long>();

    private static long Priced(JsonNode order, string name) => Amount(order["pricing_amounts"]!, $"{name}_money");

    private static long Settled(JsonNode order, string name) => Amount(order["settlement_amounts"]!, $"{name}_money");

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
