using System.Text.Json;
using SQLite;

namespace Flint.Operator.Faults.Tests.Stack;

/// <summary>What the sandbox really holds, read from its own file: the auditor never asks the client.</summary>
internal sealed class Ledger(string file)
{
    // What the merchant sells is there from the start, and nobody's doing.
    private static readonly string[] Catalog = ["ProductDocument", "VariantDocument"];

    public IReadOnlyList<LedgerRecord> Records()
    {
        using var connection = new SQLiteConnection(file, SQLiteOpenFlags.ReadOnly);
        connection.BusyTimeout = TimeSpan.FromSeconds(5);
        return [.. connection.Query<Row>("SELECT kind, document FROM resource ORDER BY created_at, id").Where(row => !Catalog.Contains(row.Kind, StringComparer.Ordinal)).Select(row => Read(row.Kind, row.Document))];
    }

    /// <summary>The one record that carries a reference; a second one fails the test.</summary>
    public LedgerRecord Only(string reference) => Assert.Single(Records(), record => record.Reference == reference);

    private static LedgerRecord Read(string kind, string document)
    {
        var json = JsonDocument.Parse(document).RootElement;
        var version = json.TryGetProperty("version", out var number) ? number.GetInt64() : 0;
        return new LedgerRecord(
            kind.Replace("Document", "", StringComparison.Ordinal),
            Text(json, "id")!,
            Text(json, "external_reference_id"),
            Text(json, "status"),
            Text(json, "order_id"),
            Text(json, "name"),
            version);
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed class Row
    {
        [Column("kind")]
        public string Kind { get; set; } = "";

        [Column("document")]
        public string Document { get; set; } = "";
    }
}
