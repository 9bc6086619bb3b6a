using SQLite;

namespace Flint.Operator.Storage.Sql;

/// <summary>How connections to one file are opened: the durability settings stand here and nowhere else.</summary>
internal sealed class SqliteConnections(string file, TimeSpan busyTimeout)
{
    public string File => file;

    public SqlConnection OpenWriter()
    {
        var connection = SqlConnection.Open(file, SQLiteOpenFlags.ReadWrite | SQLiteOpenFlags.Create, busyTimeout);
        try
        {
            if (connection.Text("PRAGMA journal_mode = WAL") != "wal")
            {
                // A disk without shared memory, such as a network share.
                throw new DatabaseProblemException(DatabaseProblem.NotWritable);
            }

            // NORMAL loses acknowledged commits at a power cut in WAL mode; FULL does not.
            connection.Script("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF");
            if (OperatingSystem.IsMacOS() || OperatingSystem.IsIOS() || OperatingSystem.IsMacCatalyst())
            {
                // Apple's fsync leaves the bytes in the drive's cache.
                connection.Script("PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON");
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public SqlConnection OpenReader()
    {
        var connection = SqlConnection.Open(file, SQLiteOpenFlags.ReadOnly, busyTimeout);
        connection.Script("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF");
        return connection;
    }
}
