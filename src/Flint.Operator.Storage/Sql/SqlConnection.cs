using SQLite;
using SQLitePCL;

namespace Flint.Operator.Storage.Sql;

/// <summary>
/// A connection of sqlite-net, spoken to in SQL. The library's own Query ends quietly when a step fails, as if the rows were
/// all; here every failing step throws.
/// </summary>
internal sealed class SqlConnection(SQLiteConnection connection) : IDisposable
{
    /// <summary>For what SQLite offers beyond SQL.</summary>
    public sqlite3 Handle => connection.Handle;

    /// <summary>Whether a transaction is open: SQLite's own word, not a counter.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    public static SqlConnection Open(string file, SQLiteOpenFlags flags, TimeSpan busyTimeout)
    {
        var connection = new SQLiteConnection(new SQLiteConnectionString(file, flags | SQLiteOpenFlags.NoMutex, storeDateTimeAsTicks: true));
        connection.BusyTimeout = busyTimeout;
        return new SqlConnection(connection);
    }

    /// <summary>Runs statements without parameters and without rows.</summary>
    public void Script(string sql)
    {
        var result = raw.sqlite3_exec(Handle, sql);
        if (result != raw.SQLITE_OK)
        {
            throw Failure(result);
        }
    }

    /// <summary>Runs one statement; returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using var statement = Prepare(sql, values);
        while (Step(statement))
        {
        }

        return raw.sqlite3_changes(Handle);
    }

    public List<T> Query<T>(string sql, Func<SqlRow, T> read, params ReadOnlySpan<object?> values)
    {
        using var statement = Prepare(sql, values);
        var row = new SqlRow(statement);
        var rows = new List<T>();
        while (Step(statement))
        {
            rows.Add(read(row));
        }

        return rows;
    }

    public long Number(string sql, params ReadOnlySpan<object?> values) => Query(sql, row => row.Number(0), values)[0];

    public string? Text(string sql, params ReadOnlySpan<object?> values) => Query(sql, row => row.Text(0), values).FirstOrDefault();

    public void Dispose() => connection.Dispose();

    private sqlite3_stmt Prepare(string sql, ReadOnlySpan<object?> values)
    {
        var result = raw.sqlite3_prepare_v2(Handle, sql, out var statement);
        if (result != raw.SQLITE_OK)
        {
            throw Failure(result);
        }

        for (var i = 0; i < values.Length && result == raw.SQLITE_OK; i++)
        {
            result = Bind(statement, i + 1, values[i]);
        }

        if (result != raw.SQLITE_OK)
        {
            statement.Dispose();
            throw Failure(result);
        }

        return statement;
    }

    private static int Bind(sqlite3_stmt statement, int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        string text => raw.sqlite3_bind_text(statement, at, text),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        int number => raw.sqlite3_bind_int64(statement, at, number),
        bool flag => raw.sqlite3_bind_int64(statement, at, flag ? 1 : 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, at, bytes),
        DateTimeOffset time => raw.sqlite3_bind_int64(statement, at, time.UtcTicks),
        TimeSpan span => raw.sqlite3_bind_int64(statement, at, span.Ticks),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "Not a type that columns hold."),
    };

    private bool Step(sqlite3_stmt statement) => raw.sqlite3_step(statement) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        var failed => throw Failure(failed),
    };

    private SQLiteException Failure(int result) => SQLiteException.New((SQLite3.Result)(result & 0xff), raw.sqlite3_errmsg(Handle).utf8_to_string());
}
