using System.Text;

namespace Flint.Operator.Core.Sync.Outbox;

/// <summary>Rows of a table as text (RFC 4180), for people who open them in a spreadsheet.</summary>
public static class CsvText
{
    /// <summary>How a row ends.</summary>
    public const string RowEnd = "\r\n";

    /// <summary>One row with its end.</summary>
    public static string Row(IEnumerable<string?> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return new StringBuilder().AppendJoin(',', cells.Select(cell => Quote(Harmless(cell ?? "")))).Append(RowEnd).ToString();
    }

    /// <summary>
    /// The same text, unless a spreadsheet would run it as a formula: then with an apostrophe before it, which spreadsheets take
    /// for "this is text". Titles come from other people.
    /// </summary>
    public static string Harmless(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
    }

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
