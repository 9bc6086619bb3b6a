using SQLite;

namespace Flint.Operator.Sandbox.State;

internal static class SandboxSchema
{
    public static void Apply(SQLiteConnection connection)
    {
        connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL");
        connection.Execute("PRAGMA synchronous = FULL");
        connection.CreateTable<SettingRow>();
        connection.CreateTable<ResourceRow>();
        connection.CreateTable<IdempotencyRow>();
        ResourceHistory.Create(connection);
        connection.Execute("CREATE INDEX IF NOT EXISTS resource_created ON resource (kind, created_at, id)");
        connection.Execute("CREATE INDEX IF NOT EXISTS resource_updated ON resource (kind, updated_at, id)");
        foreach (var name in (string[])["external_reference_id", "order_id", "status"])
        {
            connection.Execute(
                $"CREATE INDEX IF NOT EXISTS resource_{name} ON resource (kind, {Field(name)})");
        }

        // Asked on every call, true of almost none.
        connection.Execute(
            $"CREATE INDEX IF NOT EXISTS resource_settles_at ON resource (kind, {Field("settles_at")}) WHERE {Field("settles_at")} IS NOT NULL");
    }

    /// <summary>The SQL expression of one member of the stored document; an index must spell it the same way.</summary>
    public static string Field(string name) => $"json_extract(document, '$.{name}')";
}
