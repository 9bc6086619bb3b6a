using System.Text.Json.Nodes;

namespace Flint.Operator.Load;

/// <summary>Reads everything there is at the end and holds it against the ledger.</summary>
internal static class Audit
{
    public static async Task<LoadTotals> RunAsync(ApiCaller api, Ledger ledger, CancellationToken ct)
    {
        var orders = await ListAsync(api, "/v1/orders", ct);
        ledger.Records(orders.Select(order => (order["external_reference_id"]!.GetValue<string>(), order["order_id"]!.GetValue<string>())));
        foreach (var order in orders)
            Amounts(ledger, order);

        var sessions = await ListAsync(api, "/v1/checkout-sessions", ct);
        foreach (var open in sessions.Where(session => session["status"]!.GetValue<string>() == "open").GroupBy(session => session["order_id"]!.GetValue<string>(), StringComparer.Ordinal))
            ledger.OpenSessions(open.Key, [.. open.Select(session => session["checkout_session_id"]!.GetValue<string>())]);
        return new LoadTotals(
            orders.Count, ledger.Keys, ledger.Sends, sessions.Count, orders.Count(order => order["payment_status"]!.GetValue<string>() == "paid"));
    }

    public static void Amounts(Ledger ledger, JsonNode order)
    {
        ledger.Amounts(
            order["order_id"]!.GetValue<string>(), Amount(order, "pricing_amounts", "total_money"),
            Amount(order, "settlement_amounts", "paid_money"), Amount(order, "settlement_amounts", "outstanding_money"));
    }

    private static async Task<IReadOnlyList<JsonNode>> ListAsync(ApiCaller api, string path, CancellationToken ct)
    {
        var all = new List<JsonNode>();
        var token = "";
        do
        {
            var (_, page) = await api.GetAsync("audit", $"{path}?page_size=100&sort_by=created_at&sort_direction=asc{token}", ct);
            all.AddRange(page!["data"]!.AsArray().Select(item => item!));
            token = page["next_page_token"]?.GetValue<string>() is { Length: > 0 } next ? $"&page_token={Uri.EscapeDataString(next)}" : "";
        }
        while (token.Length > 0);
        return all;
    }

    private static long Amount(JsonNode order, string group, string name) => order[group]![name]!["amount"]!.GetValue<long>();
}
