using CsCheck;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class CsvTextTests
{
    // What breaks tables, mixed with what is harmless.
    private static readonly Gen<string> Cell = Gen.Char["=+-@\t\r\n\",;' aZ0é\u05d0\u20ac"].Array[0, 12].Select(chars => new string(chars));

    [Fact]
    public void Row_AnyCells_ReadBackAsTheyWereMadeHarmless() => Cell.Array[1, 8].List[1, 5].Sample(rows =>
    {
        var text = string.Concat(rows.Select(CsvText.Row));

        Assert.Equal(rows.Select(row => row.Select(CsvText.Harmless)), CsvReading.Rows(text));
    });

    [Fact]
    public void Row_AnyCells_NoneStartsAFormula() => Cell.Array[1, 8].Sample(cells =>
        Assert.All(CsvReading.Rows(CsvText.Row(cells))[0], cell => Assert.False(cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal))));

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\")", "'=HYPERLINK(\"http://evil\")")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("Dues = 150", "Dues = 150")]
    [InlineData("", "")]
    public void Harmless_StartOfAFormula_GetsAnApostrophe(string text, string expected) => Assert.Equal(expected, CsvText.Harmless(text));

    [Fact]
    public void Row_QuoteCommaAndLineBreak_AreQuotedAndNothingElseIs() =>
        Assert.Equal("plain,\"a \"\"b\"\"\",\"c,d\",\"e\nf\",\r\n", CsvText.Row(["plain", "a \"b\"", "c,d", "e\nf", null]));
}
