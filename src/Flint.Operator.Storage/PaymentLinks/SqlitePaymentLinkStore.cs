using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Storage.Json;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Sync;

namespace Flint.Operator.Storage.PaymentLinks;

internal sealed class SqlitePaymentLinkStore(OperatorDatabase database) : IPaymentLinkStore
{
    private static readonly string Select =
        $"""
        SELECT e.lid, e.draft_json, e.snapshot_json, e.seen_at, e.created_at, e.operator, {OperationRow.Columns}
        FROM entity AS e LEFT JOIN operation AS o ON o.id = e.created_by_op
        WHERE e.kind = 'payment-link' AND {AccountText.IsOurs("e")}
        """;

    public Task<PaymentLink?> FindAsync(string lid, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        connection => connection.Query($"{Select} AND e.lid = ?1", Read, lid).SingleOrDefault(),
        cancellationToken);

    public Task<IReadOnlyList<PaymentLink>> ListAsync(string? afterLid, int count, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(connection => List(connection, afterLid, count), cancellationToken);

    internal static IReadOnlyList<PaymentLink> List(SqlConnection connection, string? afterLid, int count) => afterLid is null
        ? connection.Query($"{Select} ORDER BY e.lid DESC LIMIT ?1", Read, count)
        : connection.Query($"{Select} AND e.lid < ?2 ORDER BY e.lid DESC LIMIT ?1", Read, count, afterLid);

    private static PaymentLink Read(SqlRow row) => new()
    {
        Lid = row.Text("lid"),
        Draft = JsonText.Require(row.OptionalText("draft_json"), StorageJson.Default.PaymentLinkDraft),
        Snapshot = JsonText.Read(row.OptionalText("snapshot_json"), StorageJson.Default.PaymentLinkSnapshot),
        SeenAt = row.OptionalTime("seen_at"),
        CreatedAt = row.Time("created_at"),
        OperatorName = row.Text("operator"),
        Creation = OperationRow.ReadOptional(row),
    };
}
