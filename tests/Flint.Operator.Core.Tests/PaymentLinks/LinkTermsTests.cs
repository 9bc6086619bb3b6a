using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.Tests.PaymentLinks;

public sealed class LinkTermsTests
{
    [Theory]
    [InlineData(LinkPricing.BuyerChooses)]
    [InlineData(LinkPricing.Donation)]
    public void Validate_BuyerChooses_NeedsNoAmount(LinkPricing pricing) => Assert.Empty(Check(new LinkTerms { Pricing = pricing, Range = PriceRange.Any }));

    [Fact]
    public void Validate_RangeInOrder_HasNoErrors() => Assert.Empty(Range(500, 5000, 500, 2000, 5000));

    [Theory]
    [InlineData(500L, 499L, "amount.maximum", FieldProblem.TooSmall, 500L)]
    [InlineData(0L, null, "amount.minimum", FieldProblem.NotPositive, null)]
    [InlineData(100_000_000L, null, "amount.minimum", FieldProblem.TooLarge, DraftLimits.ApiMaximumMinor)]
    public void Validate_BoundsOutOfOrder_NamesTheField(long? least, long? most, string field, FieldProblem problem, long? limit) =>
        Assert.Equal(new FieldError(field, problem, limit), Assert.Single(Range(least, most)));

    [Theory]
    [InlineData(499L, FieldProblem.TooSmall, 500L)]
    [InlineData(5001L, FieldProblem.TooLarge, 5000L)]
    [InlineData(0L, FieldProblem.NotPositive, null)]
    [InlineData(1000L, FieldProblem.Duplicate, null)]
    public void Validate_SuggestionOutside_NamesItsPlace(long suggested, FieldProblem problem, long? limit) =>
        Assert.Equal(new FieldError("amount.suggested[1]", problem, limit), Assert.Single(Range(500, 5000, 1000, suggested)));

    [Fact]
    public void Validate_FourSuggestions_AreTooMany() =>
        Assert.Equal(new FieldError("amount.suggested", FieldProblem.TooMany, PriceRange.MostSuggestions), Assert.Single(Range(null, null, 100, 200, 300, 400)));

    [Fact]
    public void Validate_TwoCurrencies_NamesTheOtherOne()
    {
        var range = new PriceRange { Minimum = Usd(500), Suggested = [new Money(500, Currency.Of("EUR"))] };

        Assert.Equal(new FieldError("amount.suggested[0]", FieldProblem.CurrencyMismatch), Assert.Single(Check(new LinkTerms { Pricing = LinkPricing.Donation, Range = range })));
    }

    [Theory]
    [InlineData(0L, null, "quantity.minimum", FieldProblem.NotPositive)]
    [InlineData(3L, 2L, "quantity.maximum", FieldProblem.TooSmall)]
    [InlineData(null, 0L, "quantity.maximum", FieldProblem.NotPositive)]
    [InlineData(null, 10_000L, "quantity.maximum", FieldProblem.TooLarge)]
    public void Validate_BadQuantity_NamesTheBound(long? least, long? most, string field, FieldProblem problem)
    {
        var error = Assert.Single(Check(new LinkTerms { Quantity = new QuantityRange(least, most) }));

        Assert.Equal((field, problem), (error.Field, error.Problem));
    }

    [Theory]
    [InlineData(null, null, 1)]
    [InlineData(3L, null, 3)]
    [InlineData(3L, 8L, 3)]
    public void Nearest_FromOnePiece_LiesBetweenTheBounds(long? least, long? most, long expected) => Assert.Equal(expected, new QuantityRange(least, most).Nearest(1));

    [Fact]
    public void Validate_LimitsAndWords_NamesEach()
    {
        var terms = new LinkTerms { MaximumCompletions = 0, CheckoutLife = TimeSpan.FromDays(2), Description = new string('x', DraftLimits.NoteLength + 1), InactiveMessage = "4242 4242 4242 4242" };

        Assert.Equal(
            [("description", FieldProblem.TooLong), ("maximumCompletions", FieldProblem.NotPositive), ("checkoutLife", FieldProblem.TooLarge), ("inactiveMessage", FieldProblem.CardNumber)],
            Check(terms).Select(error => (error.Field, error.Problem)));
    }

    [Fact]
    public void Validate_Questions_NamesThePlace()
    {
        var terms = new LinkTerms
        {
            Questions =
            [
                new LinkQuestion("name", QuestionKind.Text, "Name"),
                new LinkQuestion("day", QuestionKind.Dropdown, " "),
                new LinkQuestion("size", QuestionKind.Dropdown, "Size") { Options = ["S", "S"] },
            ],
        };

        Assert.Equal(
            [("questions[1].label", FieldProblem.Required), ("questions[1].options", FieldProblem.Required), ("questions[2].options", FieldProblem.Duplicate)],
            Check(terms).Select(error => (error.Field, error.Problem)));
    }

    [Theory]
    [InlineData("Which day?", "which_day")]
    [InlineData("  T-shirt SIZE (cm) ", "t_shirt_size_cm")]
    [InlineData("كم العمر؟", "question")]
    [InlineData("", "question")]
    public void KeyFor_Label_IsReadable(string label, string key) => Assert.Equal(key, LinkQuestion.KeyFor(label, []));

    [Fact]
    public void KeyFor_TakenKeys_IsNumbered() => Assert.Equal("day_3", LinkQuestion.KeyFor("Day", ["day", "day_2"]));

    [Fact]
    public void Equals_SameItemsInOtherLists_AreTheSameTerms()
    {
        Assert.Equal(Made(), Made());
        Assert.Equal(Made().GetHashCode(), Made().GetHashCode());
        Assert.NotEqual(Made(), Made() with { Questions = [] });

        static LinkTerms Made() => new() { Range = new PriceRange { Suggested = [Usd(1), Usd(2)] }, Questions = [new LinkQuestion("day", QuestionKind.Dropdown, "Day") { Options = ["Sat"] }] };
    }

    private static IReadOnlyList<FieldError> Range(long? least, long? most, params long[] suggested) => Check(new LinkTerms
    {
        Pricing = LinkPricing.BuyerChooses,
        Range = new PriceRange { Minimum = least is { } from ? Usd(from) : null, Maximum = most is { } to ? Usd(to) : null, Suggested = [.. suggested.Select(Usd)] },
    });

    private static IReadOnlyList<FieldError> Check(LinkTerms terms) =>
        new PaymentLinkDraft("Dues", terms.Pricing == LinkPricing.Fixed ? Usd(100) : null) { Terms = terms }.Validate(DraftLimits.Default);

    private static Money Usd(long minor) => new(minor, Currency.Of("USD"));
}
