using SQLite;

namespace Flint.Operator.Faults.Tests.Stack;

/// <summary>What stands in the app's file, read from outside.</summary>
internal sealed class TillFile(string file)
{
    public IReadOnlyList<TillOperation> Operations()
    {
        using var connection = Open();
        return connection.Query<TillOperation>("SELECT id, lid, verb, intent_json, state, generation, attempts FROM operation ORDER BY seq");
    }

    /// <summary>Records without an operation, and operations without their record: halves of a tap. What a pull brought here was tapped elsewhere.</summary>
    public int Halves()
    {
        using var connection = Open();
        return connection.ExecuteScalar<int>(
            """
            SELECT (SELECT count(*) FROM entity WHERE remote_id IS NULL AND (created_by_op IS NULL OR lid NOT IN (SELECT lid FROM operation)))
                 + (SELECT count(*) FROM operation WHERE lid NOT IN (SELECT lid FROM entity))
                 + (SELECT count(*) FROM entity o WHERE o.kind = 'order' AND o.created_by_op IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entity s WHERE s.parent_lid = o.lid))
            """);
    }

    // Not read-only: after a kill the log has to be recovered before anything can be read.
    private SQLiteConnection Open() => new(file, SQLiteOpenFlags.ReadWrite) { BusyTimeout = TimeSpan.FromSeconds(5) };
}
