using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Storage.Json;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Sync;

namespace Flint.Operator.Storage.PaymentLinks;

internal sealed class SqlitePaymentLinkStore(OperatorDatabase database) : IPaymentLinkStore
{
    private static readonly string Select =
        $"""
        SELECT e.lid, e.draft_json, e.snapshot_json, e.seen_at, e.created_at, e.operator, {SecondText.IsSecond}, {OperationRow.Columns}
        FROM entity AS e LEFT JOIN operation AS o ON o.id = e.created_by_op
        WHERE e.kind = 'payment-link' AND {AccountText.IsOurs("e")}
        """;

    // The changes of a whole page at once.
    private static readonly string Changes =
        $"""
        SELECT {OperationRow.Columns} FROM operation AS o
        WHERE o.lid IN (SELECT value FROM json_each(?1)) AND o.verb IN ('update-payment-link', 'set-payment-link-active') AND {StateWords.IsOpen}
        ORDER BY position, id
        """;

    public Task<PaymentLink?> FindAsync(string lid, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        connection => WithChanges(connection, connection.Query($"{Select} AND e.lid = ?1", Read, lid)).SingleOrDefault(),
        cancellationToken);

    public Task<IReadOnlyList<PaymentLink>> ListAsync(string? afterLid, int count, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(connection => List(connection, afterLid, count), cancellationToken);

    internal static IReadOnlyList<PaymentLink> List(SqlConnection connection, string? afterLid, int count) => WithChanges(connection, afterLid is null
        ? connection.Query($"{Select} ORDER BY e.lid DESC LIMIT ?1", Read, count)
        : connection.Query($"{Select} AND e.lid < ?2 ORDER BY e.lid DESC LIMIT ?1", Read, count, afterLid));

    private static List<PaymentLink> WithChanges(SqlConnection connection, List<PaymentLink> links)
    {
        var lids = JsonText.Write(links.ConvertAll(link => link.Lid), StorageJson.Default.IReadOnlyListString);
        var changes = connection.Query(Changes, OperationRow.Read, lids).ToLookup(change => change.Lid, StringComparer.Ordinal);
        return links.ConvertAll(link => link with { Changes = [.. changes[link.Lid]] });
    }

    private static PaymentLink Read(SqlRow row) => new()
    {
        Lid = row.Text("lid"),
        Draft = JsonText.Require(row.OptionalText("draft_json"), StorageJson.Default.PaymentLinkDraft),
        Snapshot = JsonText.Read(row.OptionalText("snapshot_json"), StorageJson.Default.PaymentLinkSnapshot),
        SeenAt = row.OptionalTime("seen_at"),
        CreatedAt = row.Time("created_at"),
        OperatorName = row.Text("operator"),
        Creation = OperationRow.ReadOptional(row),
        IsSecond = row.Flag("is_second"),
    };
}
