using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.Tests.PaymentLinks;

public sealed class PaymentLinkDraftTests
{
    private static readonly Currency Usd = Currency.Of("USD");

    [Fact]
    public void Validate_TitleAndAmount_HasNoErrors() => Assert.Empty(Check("Collect membership dues", 15000));

    [Theory]
    [InlineData("", 100, "title", FieldProblem.Required)]
    [InlineData("   ", 100, "title", FieldProblem.Required)]
    [InlineData("a\u0000b", 100, "title", FieldProblem.ControlCharacters)]
    [InlineData("card 4242 4242 4242 4242", 100, "title", FieldProblem.CardNumber)]
    [InlineData("Dues", 0, "amount", FieldProblem.NotPositive)]
    [InlineData("Dues", -1, "amount", FieldProblem.NotPositive)]
    [InlineData("Dues", 100_000_000, "amount", FieldProblem.TooLarge)]
    public void Validate_BadField_NamesItAndTheProblem(string title, long minor, string field, FieldProblem problem)
    {
        var error = Assert.Single(Check(title, minor));

        Assert.Equal((field, problem), (error.Field, error.Problem));
    }

    [Fact]
    public void Validate_FiveThousandCharacters_NamesTheLimit() =>
        Assert.Equal(new FieldError("title", FieldProblem.TooLong, DraftLimits.NameLength), Assert.Single(Check(new string('x', 5_000), 100)));

    [Fact]
    public void Validate_NoAmount_IsRequired() =>
        Assert.Equal([new FieldError("amount", FieldProblem.Required)], new PaymentLinkDraft("Dues", null).Validate(DraftLimits.Default));

    [Fact]
    public void Validate_OperatorsLowerMaximum_IsKept() =>
        Assert.Equal([new FieldError("amount", FieldProblem.TooLarge, 500)], new PaymentLinkDraft("Dues", new Money(501, Usd)).Validate(new DraftLimits(500)));

    [Theory]
    [InlineData("Order 1234567890123")]
    [InlineData("Phone 0000 0000 0000 0000")]
    [InlineData("Table 12, seat 4")]
    public void Validate_NumbersThatAreNoCards_AreFine(string title) => Assert.Empty(Check(title, 100));

    private static IReadOnlyList<FieldError> Check(string title, long minor) => new PaymentLinkDraft(title, new Money(minor, Usd)).Validate(DraftLimits.Default);
}
