using System.Runtime.CompilerServices;
using Flint.Operator.Storage.Sql;
using SQLite;

namespace Flint.Operator.Storage.Schema;

/// <summary>Looks at a file before anything may be written to it.</summary>
internal static class DatabaseInspection
{
    // Fixed in 3.51.3: two connections and a checkpoint could lose a commit (sqlite.org/wal.html#walresetbug).
    private static readonly Version OldestSqlite = new(3, 51, 3);

    public static void Check(SqliteConnections connections, int newestVersion)
    {
        // sqlite-net chooses its native library when its connection class is first touched.
        RuntimeHelpers.RunClassConstructor(typeof(SQLiteConnection).TypeHandle);
        if (IsTooOld(SQLite3.LibVersionNumber()))
        {
            throw new DatabaseProblemException(DatabaseProblem.SqliteTooOld);
        }

        var header = DatabaseHeader.Read(connections.File);
        if (header.IsEmpty)
        {
            return;
        }

        if (!header.IsSqlite)
        {
            throw new DatabaseProblemException(DatabaseProblem.Corrupt);
        }

        Judge(header.ApplicationId, header.UserVersion, newestVersion, isBare: true);

        // The newest header may still stand in the write-ahead log, which only SQLite can read.
        using var connection = connections.OpenReader();
        Judge(
            (int)connection.Number("PRAGMA application_id"),
            (int)connection.Number("PRAGMA user_version"),
            newestVersion,
            connection.Number("SELECT count(*) FROM sqlite_schema") == 0);
        if (WasStoppedUncleanly(connections.File) && connection.Text("PRAGMA quick_check(1)") != "ok")
        {
            throw new DatabaseProblemException(DatabaseProblem.Corrupt);
        }
    }

    /// <param name="number">As SQLite tells it: 3051003 is 3.51.3.</param>
    internal static bool IsTooOld(int number) => new Version(number / 1_000_000, number / 1000 % 1000, number % 1000) < OldestSqlite;

    // A clean stop folds the log into the file and removes it.
    private static bool WasStoppedUncleanly(string file) => new FileInfo(file + "-wal") is { Exists: true, Length: > 0 };

    private static void Judge(int applicationId, int userVersion, int newestVersion, bool isBare)
    {
        // A file that died between its creation and the first migration bears no mark yet, and holds nothing.
        var isOurs = applicationId == DatabaseHeader.OurApplicationId || (applicationId == 0 && userVersion == 0 && isBare);
        if (!isOurs)
        {
            throw new DatabaseProblemException(DatabaseProblem.NotOurs);
        }

        if (userVersion > newestVersion)
        {
            throw new DatabaseProblemException(DatabaseProblem.NewerSchema);
        }
    }
}
