using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Recovery;

/// <summary>Where rows of the damaged file wait, in temporary tables beside the restored database, until it is known which of them are of use.</summary>
internal sealed class SalvageStage
{
    private readonly SqlConnection _target;
    private readonly Dictionary<string, List<string>> _columns = new(StringComparer.Ordinal);

    public SalvageStage(SqlConnection target)
    {
        _target = target;
        foreach (var table in Tables)
        {
            _columns[table] = target.Query("SELECT name FROM pragma_table_info(?1)", row => row.Text("name"), table);
            target.Script($"CREATE TEMP TABLE salvaged_{table} AS SELECT * FROM main.{table} WHERE 0");
        }

        // The first reading of a row stands: a table read in order, before a page that may be a leftover. Only an operation tells which is newer.
        target.Script(
            """
            CREATE TEMP TABLE salvaged_name (kind TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (kind, name)) WITHOUT ROWID;
            CREATE UNIQUE INDEX temp.salvaged_entity_lid ON salvaged_entity (lid);
            CREATE UNIQUE INDEX temp.salvaged_operation_revision ON salvaged_operation (id, revision);
            CREATE INDEX temp.salvaged_operation_lid ON salvaged_operation (lid);
            CREATE UNIQUE INDEX temp.salvaged_dependency_key ON salvaged_operation_dependency (operation_id, needs_id);
            CREATE UNIQUE INDEX temp.salvaged_attempt_key ON salvaged_attempt (operation_id, number);
            CREATE UNIQUE INDEX temp.salvaged_audit_seq ON salvaged_audit (seq, typeof(at));
            CREATE UNIQUE INDEX temp.salvaged_setting_name ON salvaged_setting (name, value);
            """);
    }

    /// <summary>What is read; a pull fetches again what cursors are about.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["entity", "operation", "operation_dependency", "attempt", "audit", "setting"];

    /// <summary>The columns of a table as a file of an older version can give them.</summary>
    public string ColumnsFrom(string table, IReadOnlyCollection<string> there) => string.Join(", ", _columns[table].Select(column => column switch
    {
        _ when there.Contains(column, StringComparer.Ordinal) => column,

        // As the migration that brought the column says.
        "hold" when table == "operation" =>
            "CASE WHEN state = 'held' THEN CASE WHEN problem_json IS NULL THEN 'second-record' ELSE 'key-met-another-body' END END",
        _ => "NULL",
    }));

    /// <summary>The columns that are copied from the stage as they are.</summary>
    public string Columns(string table, params ReadOnlySpan<string> but)
    {
        var left = new List<string>(_columns[table]);
        foreach (var name in but)
        {
            left.Remove(name);
        }

        return string.Join(", ", left);
    }

    public void Add(string table, object?[] values) => _target.Execute(
        $"INSERT OR IGNORE INTO temp.salvaged_{table} VALUES ({string.Join(", ", Enumerable.Range(1, values.Length).Select(n => $"?{n}"))})",
        values);

    /// <summary>Notes that the damaged file speaks of a record or an operation, whether or not its row can be read.</summary>
    public void Name(string table, string? name) => _target.Execute("INSERT OR IGNORE INTO temp.salvaged_name SELECT ?1, ?2 WHERE ?2 <> ''", table, name);
}
