using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Recovery;

/// <summary>Which records and operations the damaged file speaks of, also where their rows are lost: its indexes name them a second time.</summary>
internal static class SalvagedNames
{
    /// <summary>The kind of name that an operation has besides, once it was brought over.</summary>
    public const string Brought = "brought";

    private static readonly (string Table, string Sql)[] Sources =
    [
        ("entity", "SELECT lid FROM entity ORDER BY lid"),
        ("operation", "SELECT id FROM operation ORDER BY id"),
    ];

    public static void Collect(DamagedCopy copy, SqlConnection target, SalvageStage stage)
    {
        using var source = copy.Open();
        foreach (var (table, sql) in Sources)
        {
            Reading.Try(source, sql, row => stage.Name(table, row.Text(0)));
        }

        target.Script(
            """
            INSERT OR IGNORE INTO temp.salvaged_name SELECT 'entity', lid FROM temp.salvaged_entity WHERE lid <> '';
            INSERT OR IGNORE INTO temp.salvaged_name SELECT 'operation', id FROM temp.salvaged_operation WHERE id <> '';
            INSERT OR IGNORE INTO temp.salvaged_name SELECT 'operation', created_by_op FROM temp.salvaged_entity WHERE created_by_op <> '';
            """);
    }

    public static int CountMissing(SqlConnection target) => (int)target.Number(
        """
        SELECT count(*) FROM temp.salvaged_name WHERE CASE kind
            WHEN 'entity' THEN name NOT IN (SELECT lid FROM entity) ELSE name NOT IN (SELECT id FROM operation) END
        """);
}
