using Flint.Operator.Core.Checkouts;
using Flint.Operator.Storage.Json;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Sync;

namespace Flint.Operator.Storage.Checkouts;

internal sealed class SqliteCheckoutStore(OperatorDatabase database) : ICheckoutStore
{
    private static readonly string Orders =
        $"""
        SELECT e.lid, e.draft_json, e.snapshot_json, e.seen_at, e.created_at, e.operator, {SecondText.IsSecond}, {OperationRow.Columns}
        FROM entity AS e LEFT JOIN operation AS o ON o.id = e.created_by_op
        WHERE e.kind = 'order' AND {AccountText.IsOurs("e")}
        """;

    // As Order.IsDue says it.
    private static readonly string Due =
        $"""
        {Orders} AND is_second = 0 AND e.snapshot_json ->> '$.status' = 'open' AND e.snapshot_json ->> '$.paymentStatus' <> 'paid'
            AND e.snapshot_json ->> '$.outstandingMoney.minor' > 0
        """;

    // The sessions of a whole page at once.
    private const string Sessions =
        $"""
        SELECT e.lid, e.parent_lid, e.snapshot_json, e.seen_at, e.created_at, {SecondText.IsSecond}, {OperationRow.Columns}
        FROM entity AS e LEFT JOIN operation AS o ON o.id = e.created_by_op
        WHERE e.parent_lid IN (SELECT value FROM json_each(?1)) ORDER BY e.seq
        """;

    // A damaged text is nobody's use: without the check it would fail the whole read.
    private const string OfLink =
        """
        SELECT s.parent_lid FROM entity AS s
        WHERE s.kind = 'checkout-session' AND json_valid(s.snapshot_json) AND json_extract(s.snapshot_json, '$.paymentLinkId') = ?1
        """;

    public Task<Checkout?> FindAsync(string lid, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        connection => WithSessions(connection, connection.Query($"{Orders} AND e.lid = ?1", ReadOrder, lid)).SingleOrDefault(),
        cancellationToken);

    public Task<IReadOnlyList<Checkout>> ListAsync(string? afterLid, int count, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(connection => List(connection, afterLid, count), cancellationToken);

    public Task<IReadOnlyList<Checkout>> ListOfLinkAsync(string paymentLinkId, int count, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<Checkout>>(
            connection => WithSessions(connection, connection.Query($"{Orders} AND e.lid IN ({OfLink}) ORDER BY e.lid DESC LIMIT ?2", ReadOrder, paymentLinkId, count)), cancellationToken);

    public Task<IReadOnlyList<Checkout>> ListDueAsync(string? afterLid, int count, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<Checkout>>(connection => Page(connection, Due, afterLid, count), cancellationToken);

    internal static IReadOnlyList<Checkout> List(SqlConnection connection, string? afterLid, int count) => Page(connection, Orders, afterLid, count);

    private static List<Checkout> Page(SqlConnection connection, string orders, string? afterLid, int count) => WithSessions(connection, afterLid is null
        ? connection.Query($"{orders} ORDER BY e.lid DESC LIMIT ?1", ReadOrder, count)
        : connection.Query($"{orders} AND e.lid < ?2 ORDER BY e.lid DESC LIMIT ?1", ReadOrder, count, afterLid));

    private static List<Checkout> WithSessions(SqlConnection connection, List<Order> orders)
    {
        var lids = JsonText.Write(orders.ConvertAll(o => o.Lid), StorageJson.Default.IReadOnlyListString);
        var sessions = connection.Query(Sessions, row => (Order: row.Text("parent_lid"), Session: ReadSession(row)), lids)
            .ToLookup(s => s.Order, s => s.Session, StringComparer.Ordinal);
        return orders.ConvertAll(order => new Checkout(order, [.. sessions[order.Lid]]));
    }

    private static Order ReadOrder(SqlRow row) => new()
    {
        Lid = row.Text("lid"),
        Draft = JsonText.Require(row.OptionalText("draft_json"), StorageJson.Default.CheckoutDraft),
        Snapshot = JsonText.Read(row.OptionalText("snapshot_json"), StorageJson.Default.OrderSnapshot),
        SeenAt = row.OptionalTime("seen_at"),
        CreatedAt = row.Time("created_at"),
        OperatorName = row.Text("operator"),
        Creation = OperationRow.ReadOptional(row),
        IsSecond = row.Flag("is_second"),
    };

    private static CheckoutSession ReadSession(SqlRow row) => new()
    {
        Lid = row.Text("lid"),
        Snapshot = JsonText.Read(row.OptionalText("snapshot_json"), StorageJson.Default.CheckoutSessionSnapshot),
        SeenAt = row.OptionalTime("seen_at"),
        CreatedAt = row.Time("created_at"),
        Creation = OperationRow.ReadOptional(row),
        IsSecond = row.Flag("is_second"),
    };
}
