using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Sync;

namespace Flint.Operator.Storage.Activity;

/// <summary>Reads what was written down about the operations of one record.</summary>
internal static class TrailReading
{
    private const string Mine = "(SELECT id FROM operation WHERE aggregate = ?1)";

    private static readonly string Operations = $"SELECT {OperationRow.Columns} FROM operation AS o WHERE o.aggregate = ?1 AND {AccountText.IsOurs("o")} ORDER BY o.position, o.seq";

    public static IReadOnlyList<OperationTrail> List(SqlConnection connection, string lid)
    {
        var attempts = connection.Query(
            $"SELECT operation_id, number, started_at, ended_at, outcome, status, request_id FROM attempt WHERE operation_id IN {Mine} ORDER BY number",
            row => (Id: row.Text("operation_id"), Attempt: SqliteOutboxStore.ReadAttempt(row)),
            lid).ToLookup(row => row.Id, row => row.Attempt, StringComparer.Ordinal);
        var audit = connection.Query(
            $"SELECT at, operation_id, who, what FROM audit WHERE operation_id IN {Mine} ORDER BY seq",
            row => new StoreChange.Audit(row.Time("at"), row.Text("operation_id"), row.Text("who"), row.Text("what")),
            lid).ToLookup(line => line.OperationId!, StringComparer.Ordinal);
        return connection.Query(Operations, OperationRow.Read, lid).ConvertAll(operation => new OperationTrail(operation, [.. attempts[operation.Id]], [.. audit[operation.Id]]));
    }
}
