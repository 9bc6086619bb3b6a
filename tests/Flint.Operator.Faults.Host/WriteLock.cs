using SQLite;

namespace Flint.Operator.Faults.Host;

/// <summary>Another program that keeps the file to itself, as a virus scanner or a backup may.</summary>
internal static class WriteLock
{
    public static SQLiteConnection Take(string file)
    {
        var connection = new SQLiteConnection(file, SQLiteOpenFlags.ReadWrite);
        connection.Execute("BEGIN IMMEDIATE");
        Output.Say("locked");
        return connection;
    }

    public static void Release(SQLiteConnection connection)
    {
        connection.Execute("ROLLBACK");
        connection.Dispose();
        Output.Say("unlocked");
    }
}
