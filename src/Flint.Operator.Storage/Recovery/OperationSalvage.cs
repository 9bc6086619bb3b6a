using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Sync;

namespace Flint.Operator.Storage.Recovery;

/// <summary>Brings operations over: those that are missing, and those that are further in the damaged file than in the backup.</summary>
internal sealed class OperationSalvage(SqlConnection connection, SalvageStage stage, EntitySalvage entities)
{
    // A creation that is done has a record with an id. Where that record is lost a person lets it be looked for, by its reference.
    private const string HoldWhatCannotBeDone =
        """
        UPDATE temp.salvaged_operation SET state = 'held', hold = 'restored-backup', settled_at = NULL
        WHERE rowid = ?1 AND state = 'done' AND verb LIKE 'create-%' AND (SELECT remote_id FROM entity WHERE lid = salvaged_operation.lid) IS NULL
        """;

    // The page that told of its end is lost, and its record tells that it was sent: it must not look as if it were still to be.
    private const string HoldWhatWasSent =
        """
        UPDATE operation SET state = 'held', hold = 'restored-backup', revision = revision + 1
        WHERE verb LIKE 'create-%' AND state IN ('waiting', 'ready')
            AND id = (SELECT created_by_op FROM entity WHERE lid = operation.lid AND remote_id IS NOT NULL)
        """;

    /// <summary>How many were added or moved on.</summary>
    public int Count { get; private set; }

    /// <summary>How many rows were read and could not be used over the restored ones.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Leaves out what does not read as an operation, and all readings of one but the furthest.</summary>
    public void Sift()
    {
        var bad = new List<long>();
        connection.Query($"SELECT o.rowid AS place, {OperationRow.Columns} FROM temp.salvaged_operation AS o", row =>
        {
            if (!Reading.Passes(() => OperationRow.Read(row) is { Id.Length: > 0, Position: > 0 } read && (read.State != OperationState.Held || read.Hold is not null)))
            {
                bad.Add(row.Number("place"));
            }

            return true;
        });
        bad.ForEach(place => connection.Execute("DELETE FROM temp.salvaged_operation WHERE rowid = ?1", place));
        connection.Script(
            """
            DELETE FROM temp.salvaged_operation WHERE EXISTS (
                SELECT 1 FROM temp.salvaged_operation AS newer WHERE newer.id = salvaged_operation.id AND newer.revision > salvaged_operation.revision)
            """);
    }

    public void Bring()
    {
        var read = connection.Query(
            $"SELECT o.rowid AS place, {OperationRow.Columns} FROM temp.salvaged_operation AS o ORDER BY o.seq",
            row => (Place: row.Number("place"), Operation: OperationRow.Read(row)));
        // An order that has to be made again comes before the sessions that could be read.
        foreach (var (_, operation) in read.Where(row => row.Operation.Intent is OperationIntent.CreateOrder))
        {
            entities.IsThere(operation);
        }

        entities.Add();

        foreach (var (place, operation) in read)
        {
            if (connection.Query("SELECT revision FROM operation WHERE id = ?1", row => row.Number(0), operation.Id) is [var restored])
            {
                if (operation.Revision > restored && entities.IsThere(operation))
                {
                    Bring(place, isNew: false);
                }
            }
            else if (entities.IsThere(operation))
            {
                Bring(place, isNew: true);
            }
        }
    }

    /// <summary>
    /// A record that was never created and whose operation is lost still says what was tapped. Its operation is made again under
    /// its old id, held: it may have been sent, and is looked for by its reference before anything is.
    /// </summary>
    public void RebuildLost()
    {
        var writer = new OperationWriter(connection, new TouchedRecords());
        var lost = connection.Query(
            """
            SELECT e.*, s.created_by_op AS lost_id FROM temp.salvaged_entity AS s JOIN entity AS e ON e.lid = s.lid
            WHERE e.remote_id IS NULL AND e.created_by_op IS NULL AND length(s.created_by_op) > 0 AND s.created_by_op NOT IN (SELECT id FROM operation)
            ORDER BY e.kind = 'checkout-session', e.seq
            """,
            LostOperation.Read);
        foreach (var operation in lost)
        {
            if (Reading.Passes(() =>
            {
                writer.Add(new StoreChange.AddOperation(operation));
                return true;
            }))
            {
                Count++;
            }
        }

        connection.Script(HoldWhatWasSent);
    }

    private void Bring(long place, bool isNew)
    {
        connection.Execute(HoldWhatCannotBeDone, place);
        var columns = isNew
            ? stage.Columns("operation", "seq")
            : stage.Columns("operation", "seq", "id", "intent_version");
        var sql = isNew
            ? $"INSERT INTO operation ({columns}) SELECT {columns} FROM temp.salvaged_operation WHERE rowid = ?1"
            : $"UPDATE operation SET ({columns}) = (SELECT {columns} FROM temp.salvaged_operation WHERE rowid = ?1) WHERE id = (SELECT id FROM temp.salvaged_operation WHERE rowid = ?1)";
        if (Reading.Passes(() => connection.Execute(sql, place) > 0))
        {
            Count++;
            stage.Name(SalvagedNames.Brought, connection.Text("SELECT id FROM temp.salvaged_operation WHERE rowid = ?1", place));
        }
        else if (!isNew)
        {
            LeftOut++;
        }
    }
}
