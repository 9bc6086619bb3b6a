using Flint.Operator.Storage.Sql;
using SQLite;

namespace Flint.Operator.Storage.Schema;

/// <summary>SQLite's own check of a file.</summary>
internal static class DatabaseCheck
{
    /// <summary>Whether a file that nobody has open, with no log beside it, is one of ours and passes. Nothing is written, not even beside it.</summary>
    public static bool IsSound(string file)
    {
        if (DatabaseHeader.Read(file) is not { IsSqlite: true, ApplicationId: DatabaseHeader.OurApplicationId })
        {
            return false;
        }

        try
        {
            using var connection = new SqliteConnections(file, TimeSpan.Zero).OpenStill();
            return Passes(connection, "quick_check");
        }
        catch (SQLiteException failure) when (SqliteFailures.IsDamage(failure))
        {
            return false;
        }
    }

    /// <param name="connection">One that sees the file.</param>
    /// <param name="check"><c>quick_check</c>, or <c>integrity_check</c>, which compares the indexes with the tables too.</param>
    public static bool Passes(SqlConnection connection, string check) => connection.Text($"PRAGMA {check}(1)") == "ok";
}
