using System.Text.Json.Nodes;

namespace Flint.Operator.Load;

/// <summary>Reads everything there is at the end and holds it against the ledger.</summary>
internal static class Audit
{
    public static async Task<LoadTotals> RunAsync(ApiCaller api, Ledger ledger, CancellationToken ct)
    {
        var orders = await ListAsync(api, "/v1/orders", ct);
        var sessions = await ListAsync(api, "/v1/checkout-sessions", ct);
        ledger.Records(References(orders, "order_id").Concat(References(sessions, "checkout_session_id")));
        ledger.Sessions(sessions.Select(session => (Text(session, "checkout_session_id"), Text(session, "status"))));
        foreach (var order in orders)
            Amounts(ledger, order);

        foreach (var open in sessions.Where(session => Text(session, "status") == "open").GroupBy(session => Text(session, "order_id"), StringComparer.Ordinal))
            ledger.OpenSessions(open.Key, [.. open.Select(session => Text(session, "checkout_session_id"))]);
        return new LoadTotals(
            orders.Count, ledger.Keys, ledger.Sends, sessions.Count, orders.Count(order => Text(order, "payment_status") == "paid"));
    }

    public static void Amounts(Ledger ledger, JsonNode order)
    {
        ledger.Amounts(
            Text(order, "order_id"), Amount(order, "pricing_amounts", "total_money"),
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

    // Whoever creates anything here gives it a reference, so a record without one is found as well.
    private static IEnumerable<(string Reference, string Id)> References(IEnumerable<JsonNode> records, string id) =>
        records.Select(record => (Text(record, "external_reference_id"), Text(record, id)));

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static long Amount(JsonNode order, string group, string name) => order[group]![name]!["amount"]!.GetValue<long>();
}
