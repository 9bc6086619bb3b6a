using SQLite;

namespace Flint.Operator.Storage.Sql;

/// <summary>How connections to one file are opened: the durability settings stand here and nowhere else.</summary>
internal sealed class SqliteConnections(string file, TimeSpan busyTimeout)
{
    // SQLITE_OPEN_URI, which sqlite-net does not name.
    private const SQLiteOpenFlags OpenUri = (SQLiteOpenFlags)0x40;

    public string File => file;

    /// <summary>The same settings for another file.</summary>
    public SqliteConnections At(string other) => new(other, busyTimeout);

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

    public SqlConnection OpenReader() => OpenReader(file, SQLiteOpenFlags.ReadOnly);

    /// <summary>
    /// Opens a file that has no log and that nobody writes meanwhile. An ordinary reader of a WAL database makes files beside
    /// it; this one makes none. It would not see a log.
    /// </summary>
    public SqlConnection OpenStill() => OpenReader(new Uri(file).AbsoluteUri + "?immutable=1", SQLiteOpenFlags.ReadOnly | OpenUri);

    private SqlConnection OpenReader(string name, SQLiteOpenFlags flags)
    {
        var connection = SqlConnection.Open(name, flags, busyTimeout);
        try
        {
            connection.Script("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
