using Flint.Operator.Core.Amounts;

namespace Flint.Operator.Core.Tests.Amounts;

public sealed class MoneyTests
{
    private static readonly Currency Usd = Currency.Of("USD");

    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("KRW", 0)]
    [InlineData("ISK", 0)]
    [InlineData("USD", 2)]
    [InlineData("EUR", 2)]
    [InlineData("HUF", 2)]
    [InlineData("KWD", 3)]
    [InlineData("TND", 3)]
    public void Exponent_OfTheTable_IsIsoS(string code, int exponent) => Assert.Equal(exponent, Currency.Of(code).Exponent);

    [Theory]
    [InlineData("XXX")]
    [InlineData("usdollar")]
    [InlineData("")]
    [InlineData(null)]
    public void TryFind_UnknownCode_IsRefused(string? code) => Assert.False(Currency.TryFind(code, out _));

    [Fact]
    public void TryFind_SmallLetters_FindsTheSame() => Assert.True(Currency.TryFind("usd", out var found) && found.Equals(Usd));

    [Fact]
    public void ByCode_EveryEntry_HasThreeLettersAndAKnownExponent() =>
        Assert.All(Iso4217.ByCode, entry => Assert.True(entry.Key.Length == 3 && entry.Value.Exponent is 0 or 2 or 3));

    [Fact]
    public void Plus_OtherCurrency_Throws() => Assert.Throws<InvalidOperationException>(() => Money.Zero(Usd).Plus(Money.Zero(Currency.Of("EUR"))));

    [Fact]
    public void Times_TooMuch_Throws() => Assert.Throws<OverflowException>(() => new Money(long.MaxValue, Usd).Times(2));

    [Theory]
    [InlineData(20100, 15, 3015)]
    [InlineData(333, 10, 33)]
    [InlineData(335, 10, 34)]
    [InlineData(long.MaxValue, 100, long.MaxValue)]
    public void Percent_RoundsHalfUp(long minor, int percent, long expected) => Assert.Equal(expected, new Money(minor, Usd).Percent(percent).Minor);
}
