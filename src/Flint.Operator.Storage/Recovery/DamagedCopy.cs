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

    // Page by page: one that the disk does not give is left empty, and the rest is read all the same.
    private static void Copy(string from, string to)
    {
        DatabaseFile.Create(to);
        using var source = File.OpenHandle(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = new FileStream(to, FileMode.Open, FileAccess.Write);
        var length = RandomAccess.GetLength(source);
        var page = new byte[SchemaPages.Size];
        for (long at = 0; at < length; at += page.Length)
        {
            target.Write(page.AsSpan(0, Read(source, page, (int)Math.Min(page.Length, length - at), at)));
        }
    }

    private static int Read(Microsoft.Win32.SafeHandles.SafeFileHandle source, byte[] page, int count, long at)
    {
        Array.Clear(page);
        try
        {
            RandomAccess.Read(source, page.AsSpan(0, count), at);
        }
        catch (IOException)
        {
            // A bad spot.
            Array.Clear(page);
        }

        return count;
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
        catch (SQLiteException failure) when (Reading.IsOfTheFile(failure))
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
        catch (SQLiteException failure) when (Reading.IsOfTheFile(failure))
        {
            return false;
        }
    }
}
