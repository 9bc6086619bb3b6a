using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Core.Tests.Checkouts;

/// <summary>A question before a slip becomes a second payment or a tenfold one.</summary>
public sealed class ChargeHintsTests
{
    private static readonly DateTimeOffset Now = StoreSamples.Start;

    [Theory]
    [InlineData(0, true)]
    [InlineData(119, true)]
    [InlineData(120, true)]
    [InlineData(121, false)]
    [InlineData(-1, false)]
    public void Of_SameTitleAndAmount_AsksForTwoMinutes(int secondsAgo, bool asks)
    {
        var hint = ChargeHints.Of(Draft("Coffee", 450), [Charged("O1", "Coffee", 450, secondsAgo)], Now);

        Assert.Equal(asks ? new ChargeHint.AnotherOne("O1", Now.AddSeconds(-secondsAgo)) : null, hint);
    }

    [Theory]
    [InlineData("Coffee", 451, "USD")]
    [InlineData("Tea", 450, "USD")]
    [InlineData("Coffee", 450, "EUR")]
    public void Of_AnotherTitleAmountOrCurrency_IsAnotherCharge(string title, long minor, string currency) =>
        Assert.Null(ChargeHints.Of(Draft(title, minor, currency), [Charged("O1", "Coffee", 450, 5)], Now));

    [Fact]
    public void Of_SeveralOfAMomentAgo_NamesTheNewest() =>
        Assert.Equal("O2", Assert.IsType<ChargeHint.AnotherOne>(ChargeHints.Of(Draft("Coffee", 450), [Charged("O2", "Coffee", 450, 5), Charged("O1", "Coffee", 450, 60)], Now)).Lid);

    [Theory]
    [InlineData(OperationState.Cancelled)]
    [InlineData(OperationState.Refused)]
    public void Of_TakenBackOrRefused_DoesNotCount(OperationState state) =>
        Assert.Null(ChargeHints.Of(Draft("Coffee", 450), [Charged("O1", "Coffee", 450, 5, state)], Now));

    [Fact]
    public void Of_MadeOnAnotherDevice_DoesNotCount()
    {
        var theirs = Charged("O1", "Coffee", 450, 5);

        Assert.Null(ChargeHints.Of(Draft("Coffee", 450), [theirs with { Order = theirs.Order with { Creation = null } }], Now));
    }

    [Theory]
    [InlineData(4_999, false)]
    [InlineData(5_000, true)]
    [InlineData(60_000, true)]
    public void Of_TenTimesTheMedian_Asks(long minor, bool asks)
    {
        var hint = ChargeHints.Of(Draft("Coffee", minor), Usual(300, 90_000, 500, 400, 600), Now);

        Assert.Equal(asks ? new ChargeHint.TenTimes(StoreSamples.Usd(500)) : null, hint);
    }

    [Fact]
    public void Of_AnEvenNumber_TakesTheMiddleOfTheTwo() =>
        Assert.Equal(new ChargeHint.TenTimes(StoreSamples.Usd(450)), ChargeHints.Of(Draft("Coffee", 4_500), Usual(300, 400, 500, 600, 100, 9_000), Now));

    [Fact]
    public void Of_FourCharges_AreTooFewToKnow() => Assert.Null(ChargeHints.Of(Draft("Coffee", 99_999), Usual(300, 400, 500, 600), Now));

    [Fact]
    public void Of_ChargesOfAnotherCurrency_SayNothing() => Assert.Null(ChargeHints.Of(Draft("Coffee", 99_999, "JPY"), Usual(300, 400, 500, 600, 700), Now));

    [Fact]
    public void Of_LargeOnesLongAgo_AreForgotten() =>
        Assert.IsType<ChargeHint.TenTimes>(ChargeHints.Of(Draft("Coffee", 5_000), Usual([.. Enumerable.Repeat(500L, 25), .. Enumerable.Repeat(90_000L, 60)]), Now));

    private static CheckoutDraft Draft(string title, long minor, string currency = "USD") => new() { LineItems = [new LineItem(title, 1, new Money(minor, Currency.Of(currency)))] };

    private static Checkout[] Usual(params long[] amounts) => [.. amounts.Select((minor, i) => Charged($"O{i}", "Earlier", minor, 3_600 + i))];

    private static Checkout Charged(string lid, string title, long minor, int secondsAgo, OperationState state = OperationState.Ready)
    {
        var draft = Draft(title, minor);
        return new Checkout(
            new Order
            {
                Lid = lid, Draft = draft, CreatedAt = Now.AddSeconds(-secondsAgo), OperatorName = "Ada",
                Creation = StoreSamples.Creating("A" + lid, lid, new OperationIntent.CreateOrder(draft), state),
            },
            []);
    }
}
