using SQLite;

namespace Flint.Operator.Faults.Host;

/// <summary>
/// What the app is not: a writer that acknowledges commits which are not on the disk yet. It shows that the test of the power
/// cut can fail, on the same disk and under the same cut.
/// </summary>
internal static class ControlWriter
{
    public static void Flood(string file)
    {
        using var connection = new SQLiteConnection(file);
        connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL");
        connection.Execute("PRAGMA synchronous = NORMAL");
        connection.Execute("CREATE TABLE IF NOT EXISTS tap (id INTEGER PRIMARY KEY, what TEXT NOT NULL)");

        // The table itself is made durable, so that what is lost later is taps alone.
        connection.ExecuteScalar<string>("PRAGMA wal_checkpoint(TRUNCATE)");
        for (var id = 1; ; id++)
        {
            connection.Execute("INSERT INTO tap (id, what) VALUES (?, ?)", id, "Collect membership dues");
            Output.Say($"saved {id}");
        }
    }
}
