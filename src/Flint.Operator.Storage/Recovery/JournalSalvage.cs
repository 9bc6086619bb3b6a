using Flint.Operator.Storage.Settings;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Recovery;

/// <summary>Brings over what is written down about operations, and settings that the restored database lacks.</summary>
internal sealed class JournalSalvage(SqlConnection connection, SalvageStage stage)
{
    private const string LaterEnd =
        """
        ON CONFLICT (operation_id, number) DO UPDATE
            SET ended_at = excluded.ended_at, outcome = excluded.outcome, status = excluded.status, request_id = excluded.request_id
            WHERE attempt.ended_at IS NULL AND excluded.ended_at IS NOT NULL
        """;

    public int Rows { get; private set; }

    /// <summary>How many rows were read and could not be used.</summary>
    public int LeftOut { get; private set; }

    public void Bring()
    {
        // A page of another table with as many columns may have been read as one of these: what stands in it tells.
        var settings = connection.Query(
            "SELECT name, value FROM temp.salvaged_setting WHERE name <> '' AND value LIKE '{%'",
            row => (Name: row.Text("name"), Value: row.Text("value")));
        foreach (var (name, value) in settings)
        {
            Count(() => SettingsText.Read(value) is null ? 0 : connection.Execute("INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING", name, value));
        }

        Bring("attempt", "operation_id IN (SELECT id FROM operation)", LaterEnd);
        Bring("audit", "typeof(at) = 'integer' AND typeof(who) = 'text' AND typeof(what) = 'text' AND seq NOT IN (SELECT seq FROM audit)", "");
    }

    private void Bring(string table, string condition, string conflict)
    {
        var columns = stage.Columns(table);
        foreach (var place in connection.Query($"SELECT rowid FROM temp.salvaged_{table} WHERE {condition}", row => row.Number(0)))
        {
            Count(() => connection.Execute($"INSERT INTO {table} ({columns}) SELECT {columns} FROM temp.salvaged_{table} WHERE rowid = ?1 {conflict}", place));
        }
    }

    private void Count(Func<int> write)
    {
        var written = 0;
        if (Reading.Passes(() => (written = write()) >= 0))
        {
            Rows += written;
        }
        else
        {
            LeftOut++;
        }
    }
}
