using System.Globalization;
using System.Text.Json.Nodes;

namespace Flint.Operator.Load;

/// <summary>One of many that create, replace, pay, change and look at the same few things at once.</summary>
internal sealed class LoadClient(ApiCaller api, SharedTargets targets, Ledger ledger, Random random, Func<bool> isEnough)
{
    private const string Sessions = "/v1/checkout-sessions";
    private readonly SharedWrites _writes = new(api, ledger, random);

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && !isEnough())
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
        ( < 35, not null, _) when targets.NextLaunch(random) is { } launch => LaunchAsync(launch, stop),
        ( < 60, _, { } page) => PayAsync(page, stop),
        ( < 65, { } order, _) => TipAsync(order, stop),
        ( < 70, _, { } page) => CloseAsync(SessionOf(page), stop),
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
        var (status, answer) = await _writes.SendAsync("create", "/v1/orders", body, key, stop);
        if (status != 201)
        {
            _writes.Refused($"create {key}", status, answer);
            return;
        }

        var id = Text(answer!["data"]!, "order_id");
        ledger.Created(key, id);
        targets.AddOrder(id);
    }

    /// <summary>
    /// Four clients launch one checkout, or replace the one that is open already. A refusal stays under its key, so all four
    /// hear of the same open one and send the same replacement.
    /// </summary>
    private async Task LaunchAsync(SharedLaunch launch, CancellationToken stop)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"launch-{launch.Number}");
        var body = new JsonObject { ["order_id"] = launch.OrderId, ["external_reference_id"] = key };
        var (status, answer) = await _writes.SendAsync("launch", Sessions, body, key, stop);
        if (answer?["error"]?["existing_checkout_session_id"]?.GetValue<string>() is { } open)
        {
            key = string.Create(CultureInfo.InvariantCulture, $"replace-{launch.Number}");
            body = new JsonObject { ["order_id"] = launch.OrderId, ["external_reference_id"] = key, ["replace_checkout_session_id"] = open };
            (status, answer) = await _writes.SendAsync("replace", Sessions, body, key, stop);
        }

        if (status != 201)
        {
            _writes.Refused(
                $"{key} of {launch.OrderId}", status, answer, "ORDER_NOT_OPEN", "CHECKOUT_PAYMENT_RESOLVING", "CHECKOUT_SESSION_CURRENT_CHANGED", "ORDER_COLLECTION_IN_PROGRESS");
            return;
        }

        var session = answer!["data"]!["checkout_session"]!;
        ledger.Created(key, Text(session, "checkout_session_id"));
        targets.AddPage(Text(session, "url"));
    }

    private async Task PayAsync(string page, CancellationToken stop)
    {
        var (status, isPaid) = await HostedBuyer.PayAsync(api, page, stop);
        if (status != 303)
            ledger.Unexpected($"payment of {SessionOf(page)} was answered {status}");
        if (isPaid)
            ledger.Ended(SessionOf(page), "paid");
    }

    /// <summary>Changes the total, which ends the open checkout.</summary>
    private async Task TipAsync(string order, CancellationToken stop)
    {
        var tip = new JsonObject { ["requested_tip"] = new JsonObject { ["amount_money"] = Usd(random.Next(1, 1000)) } };
        var (status, answer) = await api.PatchAsync("tip", $"/v1/orders/{order}", tip, stop);
        if (status == 200)
            Audit.Amounts(ledger, answer!["data"]!);
        else
            _writes.Refused($"tip on {order}", status, answer, "ORDER_FINANCIAL_MUTATION_NOT_ALLOWED", "ORDER_PAYMENT_ATTEMPT_ACTIVE");
    }

    /// <summary>Whoever closes a session uses the same key, and it stays as it was told to have ended.</summary>
    private async Task CloseAsync(string session, CancellationToken stop)
    {
        var (status, answer) = await _writes.SendAsync("close", $"{Sessions}/{session}/close", new JsonObject(), $"close-{session}", stop);
        if (status == 200)
            ledger.Ended(session, Text(answer!["data"]!, "status"));
        else
            _writes.Refused($"close of {session}", status, answer, "INVALID_STATUS_TRANSITION", "CHECKOUT_PAYMENT_RESOLVING");
    }

    private async Task LookAsync(string order, CancellationToken stop)
    {
        var (_, list) = await api.GetAsync("look", $"{Sessions}?order_id={order}&status=open", stop);
        ledger.OpenSessions(order, [.. list!["data"]!.AsArray().Select(session => session!["checkout_session_id"]!.GetValue<string>())]);
        var (_, read) = await api.GetAsync("look", $"/v1/orders/{order}", stop);
        Audit.Amounts(ledger, read!["data"]!);
    }

    private static string SessionOf(string page) => new Uri(page).AbsolutePath.Split('/')[^1];

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static JsonObject Usd(long amount) => new() { ["amount"] = amount, ["currency"] = "USD" };
}
