using Flint.Operator.Storage.Sql;
using SQLite;

namespace Flint.Operator.Storage.Recovery;

/// <summary>
/// Reads what can still be read of one table: from its beginning, from its end, and, where something lies between, from every
/// page of the file that looks like one of its own, so that a page that cannot be read costs the rows on it and no other.
/// </summary>
internal sealed class DamagedTable(DamagedCopy copy, SalvageStage stage, string table)
{
    private readonly HashSet<long> _seen = [];
    private string _columns = "";
    private int _stored;

    // These two are kept by their key, and a page of them looks like a page of an index.
    private bool HasRowids => table is not ("operation_dependency" or "attempt");

    /// <summary>Whether every row was read.</summary>
    public bool Read()
    {
        bool isWhole;
        using (var connection = copy.Open())
        {
            var there = connection.Query("SELECT name FROM pragma_table_info(?1)", row => row.Text("name"), table);
            (_columns, _stored) = (stage.ColumnsFrom(table, there), there.Count);
            isWhole = Walk(connection, descending: false, _seen);
            if (!isWhole)
            {
                Walk(connection, descending: true, _seen);
                isWhole = table == "operation_dependency" && Reading.Try(connection, DependencySalvage.ByIndex, row => stage.Add(table, row.Values()));
            }
        }

        // Even after a walk that met nothing bad: a flipped pointer can lead past a page without a word.
        if (HasRowids)
        {
            ReadLeaves();
        }

        return isWhole;
    }

    private bool Walk(SqlConnection connection, bool descending, HashSet<long>? seen = null)
    {
        var key = HasRowids ? "rowid" : table == "attempt" ? "operation_id, number" : "operation_id, needs_id";
        var order = descending ? key.Replace(",", " DESC,", StringComparison.Ordinal) + " DESC" : key;
        return Reading.Try(
            connection,
            $"SELECT {_columns}{(HasRowids ? ", rowid" : "")} FROM {table} ORDER BY {order}",
            row =>
            {
                var values = row.Values();
                if (HasRowids)
                {
                    seen?.Add((long)values[^1]!);
                    values = values[..^1];
                }

                stage.Add(table, values);
            });
    }

    private void ReadLeaves()
    {
        if (FindRoot() is not { } root)
        {
            return;
        }

        using var file = new FileStream(copy.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var kept = SchemaPages.Read(file, root);
        for (long number = 2; number <= file.Length / SchemaPages.Size; number++)
        {
            var page = number == root ? kept : SchemaPages.Read(file, number);
            if (LeafPage.Of(number, page) is { } leaf && leaf.Columns == _stored && !(_seen.Contains(leaf.First) && _seen.Contains(leaf.Last)))
            {
                // A table may be one page: with this one as its root, SQLite reads it as it reads any.
                SchemaPages.Write(file, root, page);
                using var connection = copy.Open();
                Walk(connection, descending: false);
                Walk(connection, descending: true);
            }
        }

        SchemaPages.Write(file, root, kept);
    }

    private long? FindRoot()
    {
        try
        {
            using var connection = copy.Open();
            return connection.Number("SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?1", table);
        }
        catch (SQLiteException failure) when (Reading.IsOfTheFile(failure))
        {
            return null;
        }
    }
}
