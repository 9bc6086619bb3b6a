using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.Tests.Checkouts;

public sealed class CheckoutDraftTests
{
    private static readonly Currency Usd = Currency.Of("USD");

    [Fact]
    public void EstimatedTotal_LinesAndTip_AddUp()
    {
        var draft = Draft(Line("Event registration", 1, 15000), Line("T-shirt, M", 2, 2550)) with { TipPercent = 15 };

        Assert.Equal((20100, 3015, 23115), (draft.Subtotal.Minor, draft.EstimatedTip.Minor, draft.EstimatedTotal.Minor));
        Assert.Empty(draft.Validate(DraftLimits.Default));
    }

    [Fact]
    public void EstimatedTotal_DiscountInPercent_ComesOffBeforeTheTip()
    {
        var draft = Draft(Line("Event registration", 1, 15000), Line("T-shirt, M", 2, 2550)) with { Discount = new OrderDiscount("Members", Percent: 10), TipPercent = 15 };

        Assert.Equal((2010, 18090, 2714, 20804), (draft.EstimatedDiscount.Minor, draft.EstimatedMerchandise.Minor, draft.EstimatedTip.Minor, draft.EstimatedTotal.Minor));
        Assert.Empty(draft.Validate(DraftLimits.Default));
    }

    [Fact]
    public void EstimatedTotal_FixedDiscountAndTip_AddUp()
    {
        var draft = Draft(Line("a", 1, 5000)) with { Discount = new OrderDiscount("Early bird", AmountMoney: new Money(1250, Usd)), TipMoney = new Money(300, Usd) };

        Assert.Equal(4050, draft.EstimatedTotal.Minor);
        Assert.Empty(draft.Validate(DraftLimits.Default));
    }

    [Theory]
    [InlineData(null, null, "discount", FieldProblem.Required)]
    [InlineData(10, 100L, "discount", FieldProblem.Unreadable)]
    [InlineData(0, null, "discount.percent", FieldProblem.TooSmall)]
    [InlineData(100, null, "discount.percent", FieldProblem.TooLarge)]
    [InlineData(null, 0L, "discount", FieldProblem.NotPositive)]
    [InlineData(null, -1L, "discount", FieldProblem.NotPositive)]
    [InlineData(null, 1000L, "discount", FieldProblem.TooLarge)]
    public void Validate_DiscountOutOfBounds_IsRefused(int? percent, long? minor, string field, FieldProblem problem)
    {
        var discount = new OrderDiscount("Members", percent, minor is { } amount ? new Money(amount, Usd) : null);

        var error = Assert.Single((Draft(Line("a", 1, 1000)) with { Discount = discount }).Validate(DraftLimits.Default));

        Assert.Equal((field, problem), (error.Field, error.Problem));
    }

    [Fact]
    public void Validate_DiscountThatRoundsToNothing_IsRefused() =>
        Assert.Equal([new FieldError("discount", FieldProblem.NotPositive)], (Draft(Line("a", 1, 10)) with { Discount = new OrderDiscount("Members", 1) }).Validate(DraftLimits.Default));

    [Fact]
    public void Validate_DiscountWithoutAName_IsRefused() =>
        Assert.Equal([new FieldError("discount.name", FieldProblem.Required)], (Draft(Line("a", 1, 1000)) with { Discount = new OrderDiscount(" ", 10) }).Validate(DraftLimits.Default));

    [Fact]
    public void Validate_DiscountAndTipOfAnotherCurrency_AreRefused()
    {
        var euro = new Money(100, Currency.Of("EUR"));

        Assert.Equal(
            [new FieldError("discount", FieldProblem.CurrencyMismatch), new FieldError("tip.amount", FieldProblem.CurrencyMismatch)],
            (Draft(Line("a", 1, 1000)) with { Discount = new OrderDiscount("Members", AmountMoney: euro), TipMoney = euro }).Validate(DraftLimits.Default));
    }

    // The API's cap: the larger of $1,000 and the discounted merchandise.
    [Theory]
    [InlineData(1_000, 0, 100_000, null)]
    [InlineData(1_000, 0, 100_001, 100_000L)]
    [InlineData(300_000, 50_000, 250_000, null)]
    [InlineData(300_000, 50_000, 250_001, 250_000L)]
    public void Validate_TipInMoney_KeepsTheApisCap(long merchandise, long off, long tip, long? limit)
    {
        var draft = Draft(Line("a", 1, merchandise)) with { Discount = off > 0 ? new OrderDiscount("Members", AmountMoney: new Money(off, Usd)) : null, TipMoney = new Money(tip, Usd) };

        Assert.Equal(limit is { } most ? [new FieldError("tip.amount", FieldProblem.TooLarge, most)] : [], draft.Validate(DraftLimits.Default));
    }

    [Theory]
    [InlineData(null, 0L, "tip.amount", FieldProblem.NotPositive)]
    [InlineData(10, 100L, "tip", FieldProblem.Unreadable)]
    public void Validate_TipInMoneyOutOfBounds_IsRefused(int? percent, long minor, string field, FieldProblem problem)
    {
        var error = Assert.Single((Draft(Line("a", 1, 1000)) with { TipPercent = percent, TipMoney = new Money(minor, Usd) }).Validate(DraftLimits.Default));

        Assert.Equal((field, problem), (error.Field, error.Problem));
    }

    [Fact]
    public void Validate_NoLines_AsksForOne() => Assert.Equal([new FieldError("lines", FieldProblem.Required)], Draft().Validate(DraftLimits.Default));

    [Theory]
    [InlineData(0, FieldProblem.NotPositive)]
    [InlineData(-3, FieldProblem.NotPositive)]
    [InlineData(10_000, FieldProblem.TooLarge)]
    public void Validate_Quantity_NamesTheLine(long quantity, FieldProblem problem)
    {
        var error = Assert.Single(Draft(Line("a", 1, 1), Line("b", quantity, 1)).Validate(DraftLimits.Default));

        Assert.Equal(("lines[1].quantity", problem), (error.Field, error.Problem));
    }

    [Fact]
    public void Validate_MixedCurrencies_NamesTheSecond()
    {
        var euro = new LineItem("b", 1, new Money(100, Currency.Of("EUR")));

        Assert.Equal([new FieldError("lines[1].price", FieldProblem.CurrencyMismatch)], Draft(Line("a", 1, 100), euro).Validate(DraftLimits.Default));
    }

    [Fact]
    public void Validate_TotalOverTheMaximum_IsRefused() =>
        Assert.Equal([new FieldError("total", FieldProblem.TooLarge, 1000)], Draft(Line("a", 2, 501)).Validate(new DraftLimits(1000)));

    [Fact]
    public void Validate_LargestLines_DoNotOverflow()
    {
        var lines = Enumerable.Repeat(Line("a", DraftLimits.Quantity, DraftLimits.ApiMaximumMinor), DraftLimits.LineItems).ToArray();

        Assert.Equal("total", Assert.Single(Draft(lines).Validate(DraftLimits.Default)).Field);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Validate_TipOutsideOneToAHundred_IsRefused(int percent) =>
        Assert.Equal("tip", Assert.Single((Draft(Line("a", 1, 100)) with { TipPercent = percent }).Validate(DraftLimits.Default)).Field);

    [Fact]
    public void Validate_CardNumberInTheNote_IsRefused() =>
        Assert.Equal([new FieldError("note", FieldProblem.CardNumber)], (Draft(Line("a", 1, 100)) with { Note = "paid by 4000-0000-0000-9995" }).Validate(DraftLimits.Default));

    private static CheckoutDraft Draft(params LineItem[] lines) => new() { LineItems = lines };

    private static LineItem Line(string name, long quantity, long minor) => new(name, quantity, new Money(minor, Usd));
}
