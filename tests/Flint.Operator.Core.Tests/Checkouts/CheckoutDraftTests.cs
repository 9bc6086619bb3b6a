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
