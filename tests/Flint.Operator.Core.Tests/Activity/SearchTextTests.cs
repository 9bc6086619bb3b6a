using CsCheck;
using Flint.Operator.Core.Activity;

namespace Flint.Operator.Core.Tests.Activity;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\n-*\"", "")]
    [InlineData("Membership dues", "membership|dues")]
    [InlineData("$1,500.00", "1|500|00")]
    [InlineData("1.500,00 €", "1|500|00")]
    [InlineData("١٬٥٠٠٫٠٠", "1|500|00")]
    [InlineData("Ｆｌｉｎｔ　２", "flint|2")]
    [InlineData("CAFÉ cafe\u0301 Ärger", "cafe|cafe|arger")]
    [InlineData("fop_01KAV-3", "fop|01kav|3")]
    [InlineData("年会費 2026", "年|会|費|2026")]
    [InlineData("ab\ud800cd", "ab|cd")]
    [InlineData("o'neill", "o|neill")]
    public void Words_OfAText_AreFoldedAndParted(string text, string expected) => Assert.Equal(expected, string.Join('|', SearchText.Words(text)));

    [Fact]
    public void Words_OfAnythingAtAll_AreLettersAndDigitsThatStayAsTheyAre() => Gen.String.Sample(text =>
    {
        var words = SearchText.Words(text);

        Assert.All(words, word => Assert.DoesNotContain(word, c => c < 128 && !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)));
        Assert.All(words, word => Assert.InRange(word.Length, 1, 64));
        Assert.Equal(words, SearchText.Words(string.Join(' ', words)));
    });

    [Fact]
    public void Words_OfAWordWithoutEnd_AreItsBeginning()
    {
        var word = Assert.Single(SearchText.Words(new string('x', 9_000)));

        Assert.Equal(new string('x', 48), word);
    }

    [Fact]
    public void Read_OfATypedLine_IsATermForEachPartBetweenSpaces() =>
        Assert.Equal(["mem", "150 00", "m 17"], SearchTerm.Read("  mem \"150.00\"\tM-17 * ").Select(term => string.Join(' ', term.Words)));

    [Fact]
    public void Read_OfAPastedPage_IsItsFirstEightTerms() =>
        Assert.Equal(8, SearchTerm.Read(string.Concat(Enumerable.Repeat("a-b-c-d-e-f-g-h-i-j ", 500))).Count(term => term.Words.Count == 8));
}
