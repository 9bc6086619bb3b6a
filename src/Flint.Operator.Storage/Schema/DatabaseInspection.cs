using System.Runtime.CompilerServices;
using Flint.Operator.Storage.Backups;
using Flint.Operator.Storage.Recovery;
using Flint.Operator.Storage.Sql;
using SQLite;

namespace Flint.Operator.Storage.Schema;

/// <summary>Looks at a file before anything may be written to it.</summary>
internal sealed class DatabaseInspection(SqliteConnections connections, int newestVersion)
{
    // Fixed in 3.51.3: two connections and a checkpoint could lose a commit (sqlite.org/wal.html#walresetbug).
    private static readonly Version OldestSqlite = new(3, 51, 3);

    /// <summary>Whether the last run did not end, or was killed: a clean stop folds the log into the file and removes it.</summary>
    public bool HasLog => new FileInfo(connections.File + "-wal") is { Exists: true, Length: > 0 };

    private bool IsSuspect => new DamageMarker(connections.File).IsSet;

    public FileCondition Look()
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
            // SQLite would throw away a log without its file, and an empty database in the place of a lost one must not pass in silence.
            return HasLog || IsSuspect || new BackupFolder(connections.File).Newest is not null ? FileCondition.Damaged : FileCondition.Usable;
        }

        if (!header.IsSqlite)
        {
            return FileCondition.Damaged;
        }

        var condition = Judge(header.ApplicationId, header.UserVersion, isBare: true);
        return condition == FileCondition.Newer ? condition : LookThroughSqlite();
    }

    /// <param name="number">As SQLite tells it: 3051003 is 3.51.3.</param>
    internal static bool IsTooOld(int number) => new Version(number / 1_000_000, number / 1000 % 1000, number % 1000) < OldestSqlite;

    // The newest header may still stand in the write-ahead log, which only SQLite can read.
    private FileCondition LookThroughSqlite()
    {
        try
        {
            using var connection = connections.OpenReader();
            var condition = Judge(
                (int)connection.Number("PRAGMA application_id"),
                (int)connection.Number("PRAGMA user_version"),
                connection.Number("SELECT count(*) FROM sqlite_schema") == 0);
            return condition == FileCondition.Newer || IsSound(connection) ? condition : FileCondition.Damaged;
        }
        catch (SQLiteException failure) when (SqliteFailures.IsDamage(failure))
        {
            return FileCondition.Damaged;
        }
    }

    private bool IsSound(SqlConnection connection) => IsSuspect
        ? DatabaseCheck.Passes(connection, "integrity_check")
        : !HasLog || DatabaseCheck.Passes(connection, "quick_check");

    private FileCondition Judge(int applicationId, int userVersion, bool isBare)
    {
        // A file that died between its creation and the first migration bears no mark yet, and holds nothing.
        var isOurs = applicationId == DatabaseHeader.OurApplicationId || (applicationId == 0 && userVersion == 0 && isBare);
        if (!isOurs)
        {
            throw new DatabaseProblemException(DatabaseProblem.NotOurs);
        }

        return userVersion > newestVersion ? FileCondition.Newer : FileCondition.Usable;
    }
}
