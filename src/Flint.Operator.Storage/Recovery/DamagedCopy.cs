using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Sql;
using SQLite;

namespace Flint.Operator.Storage.Recovery;

/// <summary>A copy of a damaged database to read from: the damaged file itself is not even opened by SQLite, so nothing about it changes.</summary>
internal sealed class DamagedCopy : IDisposable
{
    private const string Suffix = ".salvage.part";

    private readonly SqliteConnections _connections;

    private DamagedCopy(SqliteConnections connections) => _connections = connections;

    public string Path => _connections.File;

    /// <summary>Null when no table can be found in it, whatever is tried.</summary>
    /// <param name="damaged">The original.</param>
    /// <param name="connections">Those of the database; the copy stands beside it.</param>
    /// <param name="template">A sound file with the same tables.</param>
    /// <exception cref="IOException">There is no room for the copy.</exception>
    public static DamagedCopy? Take(DamagedFile damaged, SqliteConnections connections, string template)
    {
        var copy = new DamagedCopy(connections.At(connections.File + Suffix));
        try
        {
            copy.Copy(damaged);
            if (copy.FoldLog() && copy.HasTables())
            {
                return copy;
            }

            copy.Copy(damaged);
            SchemaPages.Transplant(template, copy.Path);
            if (copy.FoldLog() && copy.HasTables())
            {
                return copy;
            }
        }
        catch
        {
            copy.Dispose();
            throw;
        }

        copy.Dispose();
        return null;
    }

    public SqlConnection Open()
    {
        var connection = _connections.OpenStill();

        // What SQLite does not look at when it trusts a file.
        connection.Script("PRAGMA cell_size_check = ON");
        return connection;
    }

    public void Dispose()
    {
        foreach (var suffix in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(Path + suffix);
        }
    }

    private void Copy(DamagedFile damaged)
    {
        Dispose();
        Copy(damaged.Path, Path);
        if (File.Exists(damaged.Log))
        {
            Copy(damaged.Log, Path + "-wal");
        }
    }

    private static void Copy(string from, string to)
    {
        DatabaseFile.Create(to);
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = new FileStream(to, FileMode.Open, FileAccess.Write);
        source.CopyTo(target);
    }

    // So that every page is where its number says.
    private bool FoldLog()
    {
        try
        {
            using var connection = SqlConnection.Open(Path, SQLiteOpenFlags.ReadWrite, TimeSpan.Zero);
            connection.Script("PRAGMA wal_checkpoint(TRUNCATE)");
            return true;
        }
        catch (SQLiteException failure) when (failure.Result is not (SQLite3.Result.Full or SQLite3.Result.ReadOnly or SQLite3.Result.CannotOpen))
        {
            return false;
        }
    }

    private bool HasTables()
    {
        try
        {
            using var connection = Open();
            return SalvageStage.Tables.All(table => connection.Number("SELECT count(*) FROM pragma_table_info(?1)", table) > 0);
        }
        catch (SQLiteException)
        {
            return false;
        }
    }
}
