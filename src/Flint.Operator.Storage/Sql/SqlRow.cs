using SQLitePCL;

namespace Flint.Operator.Storage.Sql;

/// <summary>The row a query stands on; columns are read by name.</summary>
internal sealed class SqlRow
{
    private readonly sqlite3_stmt _statement;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    public SqlRow(sqlite3_stmt statement)
    {
        _statement = statement;
        for (var i = 0; i < raw.sqlite3_column_count(statement); i++)
        {
            _columns[raw.sqlite3_column_name(statement, i).utf8_to_string()] = i;
        }
    }

    public string? Text(int column) => IsNull(column) ? null : raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(string column) => OptionalText(column) ?? throw new InvalidOperationException($"Column {column} is null.");

    public string? OptionalText(string column) => Text(_columns[column]);

    public long Number(string column) => Number(_columns[column]);

    public int Count(string column) => checked((int)Number(column));

    public bool Flag(string column) => Number(column) != 0;

    public long? OptionalNumber(string column) => IsNull(_columns[column]) ? null : Number(column);

    public DateTimeOffset Time(string column) => new(Number(column), TimeSpan.Zero);

    public DateTimeOffset? OptionalTime(string column) => IsNull(_columns[column]) ? null : Time(column);

    public byte[] Bytes(string column) => raw.sqlite3_column_blob(_statement, _columns[column]).ToArray();

    /// <summary>The whole row as it is stored, for a row whose types are not to be trusted. A fraction comes as bytes: no column of ours holds one.</summary>
    public object?[] Values() => [.. Enumerable.Range(0, raw.sqlite3_column_count(_statement)).Select(Value)];

    private object? Value(int column) => raw.sqlite3_column_type(_statement, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => Number(column),
        raw.SQLITE_TEXT => Text(column),
        _ => raw.sqlite3_column_blob(_statement, column).ToArray(),
    };

    private bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;
}
