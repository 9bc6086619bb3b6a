using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Sync;

internal sealed class SqliteOutboxStore(OperatorDatabase database) : IOutboxStore
{
    private static readonly string Summary =
        $"""
        SELECT count(*) FILTER (WHERE is_ours) AS waiting, count(*) FILTER (WHERE is_ours AND state IN ('refused', 'held', 'triage', 'conflict')) AS need_person,
            min(created_at) FILTER (WHERE is_ours) AS oldest_at, count(*) FILTER (WHERE NOT is_ours) AS of_another
        FROM (SELECT state, created_at, {AccountText.IsOurs("o")} AS is_ours FROM operation AS o WHERE {StateWords.IsOpen})
        """;

    // A session is named by its order.
    private static readonly string Page =
        $"""
        SELECT {OperationRow.Columns}, named.title, named.amount_minor, named.currency, {AccountText.IsOurs("o")} AS is_ours,
            a.number, a.started_at, a.ended_at, a.outcome, a.status, a.request_id
        FROM operation AS o
        JOIN entity AS e ON e.lid = o.lid
        JOIN entity AS named ON named.lid = coalesce(e.parent_lid, e.lid)
        LEFT JOIN attempt AS a ON a.operation_id = o.id AND a.number = (SELECT max(number) FROM attempt WHERE operation_id = o.id)
        WHERE {StateWords.IsOpen.Replace("state", "o.state", StringComparison.Ordinal)} AND o.position > ?1
        ORDER BY o.position, o.id LIMIT ?2
        """;

    private const string Attempts = "SELECT number, started_at, ended_at, outcome, status, request_id FROM attempt WHERE operation_id = ?1 ORDER BY number";

    public Task<OutboxSummary> SummariseAsync(CancellationToken cancellationToken) => database.Readers.ReadAsync(Summarise, cancellationToken);

    public Task<IReadOnlyList<OutboxEntry>> ListAsync(long afterPosition, int count, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(connection => List(connection, afterPosition, count), cancellationToken);

    internal static OutboxSummary Summarise(SqlConnection connection) =>
        connection.Query(Summary, row => new OutboxSummary(row.Count("waiting"), row.Count("need_person"), row.OptionalTime("oldest_at"), row.Count("of_another")))[0];

    internal static IReadOnlyList<OutboxEntry> List(SqlConnection connection, long afterPosition, int count) => connection.Query(Page, Read, afterPosition, count);

    public Task<IReadOnlyList<Attempt>> ListAttemptsAsync(string operationId, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<Attempt>>(connection => connection.Query(Attempts, ReadAttempt, operationId), cancellationToken);

    private static OutboxEntry Read(SqlRow row) => new(
        OperationRow.Read(row),
        row.Text("title"),
        row.OptionalText("currency") is { } code ? new Money(row.Number("amount_minor"), Currency.Of(code)) : null,
        row.OptionalNumber("number") is null ? null : ReadAttempt(row),
        !row.Flag("is_ours"));

    private static Attempt ReadAttempt(SqlRow row) => new(
        row.Count("number"),
        row.Time("started_at"),
        row.OptionalTime("ended_at"),
        row.OptionalText("outcome"),
        (int?)row.OptionalNumber("status"),
        row.OptionalText("request_id"));
}
