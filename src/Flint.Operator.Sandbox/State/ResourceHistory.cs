using SQLite;

namespace Flint.Operator.Sandbox.State;

/// <summary>
/// What resources were before they were changed, for lists that lag behind. Kept for a few minutes in a temporary table
/// of the one connection: it takes part in every transaction and costs no write to the disk.
/// </summary>
internal static class ResourceHistory
{
    private const string Columns = "kind, created_at, updated_at, search, document";

    /// <summary>How far back it goes.</summary>
    public static TimeSpan Reach { get; } = TimeSpan.FromMinutes(10);

    public static void Create(SQLiteConnection connection)
    {
        connection.Execute($"CREATE TEMP TABLE resource_history (seq INTEGER PRIMARY KEY, id TEXT, until TEXT, {Columns})");
        connection.Execute("CREATE INDEX temp.resource_history_id ON resource_history (id, until)");
        connection.Execute("CREATE INDEX temp.resource_history_until ON resource_history (until)");
    }

    /// <summary>Keeps what is stored under an id, or that nothing is, before another version takes its place.</summary>
    public static void Keep(SQLiteConnection connection, string id, DateTimeOffset now)
    {
        connection.Execute(
            $"INSERT INTO temp.resource_history (id, until, {Columns}) SELECT given.id, given.until, {Columns} " +
            "FROM (SELECT ? AS id, ? AS until) AS given LEFT JOIN main.resource ON resource.id = given.id",
            id, Timestamp.Write(now));
        connection.Execute("DELETE FROM temp.resource_history WHERE until < ?", Timestamp.Write(now - Reach));
    }

    public static void Clear(SQLiteConnection connection) => connection.Execute("DELETE FROM temp.resource_history");

    /// <summary>What stands in for the table when it is read as it was: the oldest version that was replaced since, else the stored one.</summary>
    public static string TableAt(DateTimeOffset instant)
    {
        var later = $"until > '{Timestamp.Write(instant)}'";
        return $"(SELECT id, {Columns} FROM main.resource WHERE id NOT IN (SELECT id FROM temp.resource_history WHERE {later}) " +
            $"UNION ALL SELECT id, {Columns} FROM temp.resource_history AS old WHERE kind IS NOT NULL AND seq = " +
            $"(SELECT MIN(seq) FROM temp.resource_history WHERE id = old.id AND {later}))";
    }
}
