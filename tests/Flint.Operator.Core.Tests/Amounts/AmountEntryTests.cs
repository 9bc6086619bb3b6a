using Flint.Operator.Core.Amounts;

namespace Flint.Operator.Core.Tests.Amounts;

public sealed class AmountEntryTests
{
    [Theory]
    [InlineData("USD", "150", 150)]
    [InlineData("USD", "0", 0)]
    [InlineData("USD", "007", 7)]
    [InlineData("JPY", "150", 150)]
    [InlineData("KWD", "1500", 1500)]
    public void CentsFirst_DigitsFillFromTheRight(string code, string keys, long minor) => Assert.Equal(minor, Key(code, true, keys).Money.Minor);

    [Theory]
    [InlineData("USD", "150", 15000)]
    [InlineData("USD", "1.5", 150)]
    [InlineData("USD", "1.50", 150)]
    [InlineData("USD", "1.509", 150)]
    [InlineData("USD", ".5", 50)]
    [InlineData("USD", "1..5", 150)]
    [InlineData("KWD", "1.5", 1500)]
    [InlineData("JPY", "15.5", 155)]
    public void DecimalKey_DigitsAreWholeUnitsUntilItIsPressed(string code, string keys, long minor) => Assert.Equal(minor, Key(code, false, keys).Money.Minor);

    [Fact]
    public void Backspace_TakesTheLastKeyBack()
    {
        Assert.Equal(15, Key("USD", true, "150<").Money.Minor);
        Assert.Equal(150, Key("USD", false, "1.50<").Money.Minor);
        Assert.Equal(100, Key("USD", false, "1.5<<").Money.Minor);
        Assert.True(Key("USD", true, "1<<").IsEmpty);
    }

    [Fact]
    public void Digit_PastTheMaximum_ChangesNothing() => Assert.Equal(9_999, Key("USD", true, "99999", 10_000).Money.Minor);

    [Fact]
    public void Digit_ManyDigits_NeverOverflows() => Assert.True(Key("USD", true, new string('9', 40), long.MaxValue).Money.Minor > 0);

    [Theory]
    [InlineData("USD", true, 15050)]
    [InlineData("USD", false, 15055)]
    [InlineData("USD", false, 5)]
    [InlineData("JPY", false, 150)]
    public void Holding_AnAmount_CanBeEditedOn(string code, bool centsFirst, long minor)
    {
        var entry = AmountEntry.Start(Currency.Of(code), centsFirst, 99_999_999).Holding(new Money(minor, Currency.Of(code)));

        Assert.Equal(minor, entry.Money.Minor);
        Assert.True(entry.Backspace().Money.Minor < minor);
    }

    [Fact]
    public void Holding_OtherCurrencyOrTooMuch_ChangesNothing()
    {
        var entry = AmountEntry.Start(Currency.Of("USD"), true, 100);

        Assert.True(entry.Holding(new Money(1, Currency.Of("EUR"))).IsEmpty);
        Assert.True(entry.Holding(new Money(101, Currency.Of("USD"))).IsEmpty);
    }

    private static AmountEntry Key(string code, bool centsFirst, string keys, long maximum = 99_999_999) =>
        keys.Aggregate(AmountEntry.Start(Currency.Of(code), centsFirst, maximum), (entry, key) => key switch
        {
            '.' => entry.DecimalSign(),
            '<' => entry.Backspace(),
            _ => entry.Digit(key - '0'),
        });
}
