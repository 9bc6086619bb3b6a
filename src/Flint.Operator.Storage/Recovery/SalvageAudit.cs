using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Sync;

namespace Flint.Operator.Storage.Recovery;

/// <summary>
/// Writes down how each operation stands that the salvage brought or of which it brought lines: some of what led there may be lost,
/// so the audit begins anew with it.
/// </summary>
internal sealed class SalvageAudit
{
    private readonly SqlConnection _connection;
    private readonly long _lastLine;

    /// <summary>Before anything is brought.</summary>
    public SalvageAudit(SqlConnection connection)
    {
        _connection = connection;
        _lastLine = connection.Number("SELECT coalesce(max(seq), 0) FROM audit");
        connection.Script("CREATE TEMP TABLE restored_operation AS SELECT id, revision FROM operation");
    }

    /// <summary>After everything is.</summary>
    public void Tell(DateTimeOffset now)
    {
        var touched = _connection.Query(
            $"""
            SELECT {OperationRow.Columns} FROM operation AS o
            WHERE NOT EXISTS (SELECT 1 FROM temp.restored_operation AS r WHERE r.id = o.id AND r.revision = o.revision)
                OR o.id IN (SELECT operation_id FROM audit WHERE seq > ?1)
            ORDER BY o.seq
            """,
            OperationRow.Read,
            _lastLine);
        var journal = new JournalWriter(_connection);
        foreach (var operation in touched)
        {
            journal.Add(AuditTrail.OfSalvage(operation, now));
        }

        _connection.Script("DROP TABLE temp.restored_operation");
    }
}
