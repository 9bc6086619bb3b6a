using System.Globalization;
using Flint.Operator.Core.Amounts;

namespace Flint.Operator.Core.Tests.Amounts;

public sealed class MoneyFormatTests
{
    private const char NoBreak = '\u00a0';

    [Theory]
    [InlineData("en-US", "USD", 15000, "$150.00")]
    [InlineData("en-US", "USD", 123456789, "$1,234,567.89")]
    [InlineData("en-US", "USD", 5, "$0.05")]
    [InlineData("en-US", "USD", -1234, "-$12.34")]
    [InlineData("en-US", "JPY", 15000, "¥15,000")]
    [InlineData("en-US", "KWD", 1500, "KWD_1.500")]
    [InlineData("en-US", "EUR", 0, "€0.00")]
    [InlineData("de-DE", "EUR", 123456, "1.234,56_€")]
    [InlineData("de-DE", "USD", 15000, "150,00_$")]
    [InlineData("de-DE", "KWD", 1500, "1,500_KWD")]
    [InlineData("en-IN", "INR", 1234567890, "₹1,23,45,678.90")]
    public void Format_ByCulture_WritesItsOwnWay(string culture, string code, long minor, string expected) =>
        Assert.Equal(expected.Replace('_', NoBreak), MoneyFormat.Format(new Money(minor, Currency.Of(code)), CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void Format_French_GroupsWithItsOwnSpaceAndPutsTheSignBehind()
    {
        var text = MoneyFormat.Format(new Money(123456, Currency.Of("EUR")), CultureInfo.GetCultureInfo("fr-FR"));

        Assert.Equal("1 234,56 €", new string([.. text.Select(c => char.IsWhiteSpace(c) ? ' ' : c)]));
        Assert.DoesNotContain(' ', text);
    }

    [Fact]
    public void Format_JapaneseYen_HasNoDecimals()
    {
        var text = MoneyFormat.Format(new Money(15000, Currency.Of("JPY")), CultureInfo.GetCultureInfo("ja-JP"));

        Assert.EndsWith("15,000", text, StringComparison.Ordinal);
        Assert.Equal("15,000".Length + 1, text.Length);
    }

    [Fact]
    public void Format_Arabic_UsesItsOwnDigits()
    {
        var text = MoneyFormat.Format(new Money(15050, Currency.Of("USD")), CultureInfo.GetCultureInfo("ar-EG"));

        Assert.Contains("١٥٠", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, char.IsAsciiDigit);
    }

    [Fact]
    public void Format_ArabicWhereLatinDigitsAreUsed_KeepsThem()
    {
        var text = MoneyFormat.Format(new Money(15050, Currency.Of("USD")), CultureInfo.GetCultureInfo("ar-MA"));

        Assert.Contains("150", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Format_SmallestAmount_DoesNotOverflow() =>
        Assert.Contains("92,233,720,368,547,758.08", MoneyFormat.Format(new Money(long.MinValue, Currency.Of("USD")), CultureInfo.GetCultureInfo("en-US")), StringComparison.Ordinal);
}
