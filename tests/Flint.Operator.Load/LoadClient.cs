using System.Globalization;
using System.Text.Json.Nodes;

namespace Flint.Operator.Load;

/// <summary>One of many that create, replace, pay, change and look at the same few things at once.</summary>
internal sealed class LoadClient(ApiCaller api, SharedTargets targets, Ledger ledger, Random random)
{
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ActAsync(random.Next(100), stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private Task ActAsync(int dice, CancellationToken stop) => (dice, targets.AnyOrder(random), targets.AnyPage(random)) switch
    {
        ( < 35, { } order, _) => LaunchAsync(order, stop),
        ( < 60, _, { } page) => HostedBuyer.PayAsync(api, page, stop),
        ( < 65, { } order, _) => TipAsync(order, stop),
        ( < 70, _, { } page) => api.PostAsync("close", $"/v1/checkout-sessions/{new Uri(page).AbsolutePath.Split('/')[^1]}/close", new JsonObject(), null, stop),
        ( < 80, { } order, _) => LookAsync(order, stop),
        _ => CreateAsync(stop),
    };

    /// <summary>Four clients send the same body under the same key.</summary>
    private async Task CreateAsync(CancellationToken stop)
    {
        var number = targets.NextKey();
        var key = string.Create(CultureInfo.InvariantCulture, $"load-{number}");
        var body = new JsonObject
        {
            ["external_reference_id"] = key,
            ["line_items"] = new JsonArray(new JsonObject { ["name"] = "Bike service", ["quantity"] = 1 + (number % 3), ["unit_price_money"] = Usd(8500) }),
            ["tax"] = new JsonObject { ["enabled"] = false },
        };
        while (!stop.IsCancellationRequested)
        {
            var (status, answer) = await api.PostAsync("create", "/v1/orders", body, key, stop);
            if (status == 201)
            {
                var id = answer!["data"]!["order_id"]!.GetValue<string>();
                ledger.Created(key, id);
                targets.AddOrder(id);
                return;
            }

            if (status != 409 || Code(answer) != "IDEMPOTENCY_KEY_IN_PROGRESS")
            {
                ledger.Unexpected($"create {key} was answered {status} {Code(answer)}");
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 150)), stop);
        }
    }

    /// <summary>Launches a checkout, or replaces the one that is open already.</summary>
    private async Task LaunchAsync(string order, CancellationToken stop)
    {
        var (status, answer) = await api.PostAsync("launch", "/v1/checkout-sessions", new JsonObject { ["order_id"] = order }, null, stop);
        if (answer?["error"]?["existing_checkout_session_id"]?.GetValue<string>() is { } open)
        {
            (status, answer) = await api.PostAsync(
                "replace", "/v1/checkout-sessions", new JsonObject { ["order_id"] = order, ["replace_checkout_session_id"] = open }, null, stop);
        }

        if (status == 201)
            targets.AddPage(answer!["data"]!["checkout_session"]!["url"]!.GetValue<string>());
        else if (status != 409)
            ledger.Unexpected($"launch of {order} was answered {status} {Code(answer)}");
    }

    /// <summary>Changes the total, which ends the open checkout.</summary>
    private async Task TipAsync(string order, CancellationToken stop)
    {
        var tip = new JsonObject { ["requested_tip"] = new JsonObject { ["amount_money"] = Usd(random.Next(1, 1000)) } };
        await api.PatchAsync("tip", $"/v1/orders/{order}", tip, stop);
    }

    private async Task LookAsync(string order, CancellationToken stop)
    {
        var (_, list) = await api.GetAsync("look", $"/v1/checkout-sessions?order_id={order}&status=open", stop);
        ledger.OpenSessions(order, [.. list!["data"]!.AsArray().Select(session => session!["checkout_session_id"]!.GetValue<string>())]);
        var (_, read) = await api.GetAsync("look", $"/v1/orders/{order}", stop);
        Audit.Amounts(ledger, read!["data"]!);
    }

    private static string? Code(JsonNode? answer) => answer?["error"]?["code"]?.GetValue<string>();

    private static JsonObject Usd(long amount) => new() { ["amount"] = amount, ["currency"] = "USD" };
}
