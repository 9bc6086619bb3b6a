namespace Flint.Operator.Core.Tests.Sync;

/// <summary>Reads a table back as RFC 4180 says, written apart from what it checks.</summary>
internal static class CsvReading
{
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string text)
    {
        List<IReadOnlyList<string>> rows = [];
        List<string> row = [];
        for (var i = 0; i < text.Length; i++)
        {
            var cell = text[i] == '"' ? Quoted(text, ref i) : Plain(text, ref i);
            row.Add(cell);
            if (i < text.Length && text[i] == ',')
            {
                continue;
            }

            Assert.Equal("\r\n", text.Substring(i, 2));
            i++;
            rows.Add(row);
            row = [];
        }

        Assert.Empty(row);
        return rows;
    }

    private static string Plain(string text, ref int at)
    {
        var start = at;
        while (text[at] is not (',' or '\r'))
        {
            Assert.False(text[at] is '"' or '\n', "Only a quoted cell may hold a quote or a line break.");
            at++;
        }

        return text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var cell = new System.Text.StringBuilder();
        for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
        {
            cell.Append(text[at]);
            at += text[at] == '"' ? 1 : 0;
        }

        at++;
        return cell.ToString();
    }
}
