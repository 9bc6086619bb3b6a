using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Recovery;

/// <summary>
/// Brings over what operations wait for. One that waits and is not sure of what for is held: it must neither be sent too early
/// nor wait for ever.
/// </summary>
/// <param name="connection">The restored database.</param>
/// <param name="hasEvery">Whether every row of the damaged file is known, from its table or from its index.</param>
internal sealed class DependencySalvage(SqlConnection connection, bool hasEvery)
{
    /// <summary>The same rows in the order of their index. It does not know their place, which only sorts them.</summary>
    public const string ByIndex =
        "SELECT operation_id, needs_id, 0 AS place FROM operation_dependency INDEXED BY operation_dependency_needs ORDER BY needs_id, operation_id";

    private const string Hold =
        """
        UPDATE operation SET state = 'held', hold = 'restored-backup', revision = revision + 1
        WHERE state = 'waiting' AND
        """;

    public void Bring()
    {
        connection.Script(
            $"""
            {Hold} EXISTS (SELECT 1 FROM temp.salvaged_operation_dependency AS d
                WHERE d.operation_id = operation.id AND d.needs_id NOT IN (SELECT id FROM operation));
            INSERT OR IGNORE INTO operation_dependency (operation_id, needs_id, place)
                SELECT operation_id, needs_id, place FROM temp.salvaged_operation_dependency
                WHERE operation_id IN (SELECT id FROM operation) AND needs_id IN (SELECT id FROM operation) AND operation_id <> needs_id
                    AND typeof(place) = 'integer';
            """);
        if (hasEvery)
        {
            // A corrected operation took the place of the one that is named there.
            connection.Script(
                """
                DELETE FROM operation_dependency WHERE operation_id IN (SELECT id FROM temp.salvaged_operation) AND NOT EXISTS (
                    SELECT 1 FROM temp.salvaged_operation_dependency AS d
                    WHERE d.operation_id = operation_dependency.operation_id AND d.needs_id = operation_dependency.needs_id)
                """);
        }
        else
        {
            connection.Script($"{Hold} id IN (SELECT id FROM temp.salvaged_operation)");
        }

        connection.Script(
            $"""
            {Hold} ((id IN (SELECT name FROM temp.salvaged_name WHERE kind = '{SalvagedNames.Brought}') OR id IN (SELECT operation_id FROM operation_dependency))
                AND NOT EXISTS (SELECT 1 FROM operation_dependency AS d JOIN operation AS n ON n.id = d.needs_id WHERE d.operation_id = operation.id AND n.state <> 'done')
                OR EXISTS (SELECT 1 FROM operation_dependency AS d JOIN operation AS n ON n.id = d.needs_id
                    WHERE d.operation_id = operation.id AND n.state IN ('superseded', 'dropped', 'cancelled', 'converted')))
            """);
    }
}
