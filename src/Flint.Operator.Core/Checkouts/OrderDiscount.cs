using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.Checkouts;

/// <summary>
/// One discount on a whole order. The API takes a name and an amount (<c>discounts[].manual</c>) and knows no percentage, so
/// a percentage is worked out here, and what the buyer was promised is the amount.
/// </summary>
/// <param name="Name">What the buyer reads; <c>name</c>.</param>
/// <param name="Percent">Whole percent of the lines, 1 to 99; null for a fixed amount.</param>
/// <param name="AmountMoney">The fixed amount; null for a percentage.</param>
public sealed record OrderDiscount(string Name, int? Percent = null, Money? AmountMoney = null)
{
    /// <summary>The largest percentage: a checkout with nothing left to pay cannot be paid.</summary>
    public const int LargestPercent = 99;

    /// <summary>What it takes off these lines; <c>amount_money</c>.</summary>
    public Money Over(Money subtotal)
    {
        ArgumentNullException.ThrowIfNull(subtotal);
        return AmountMoney ?? subtotal.Percent(Percent ?? 0);
    }

    /// <summary>What must be put right before the lines are looked at.</summary>
    internal IEnumerable<FieldError> CheckItself(Currency currency) =>
    [
        .. FieldChecks.RequiredText("discount.name", Name, DraftLimits.NameLength),
        .. (Percent, AmountMoney) switch
        {
            (null, null) => [new FieldError("discount", FieldProblem.Required)],
            ({ }, { }) => [new FieldError("discount", FieldProblem.Unreadable)],
            (null, { } money) when !money.Currency.Equals(currency) => [new FieldError("discount", FieldProblem.CurrencyMismatch)],
            (null, { Minor: <= 0 }) => [new FieldError("discount", FieldProblem.NotPositive)],
            (< 1, _) => [new FieldError("discount.percent", FieldProblem.TooSmall, 1)],
            (> LargestPercent, _) => [new FieldError("discount.percent", FieldProblem.TooLarge, LargestPercent)],
            _ => Array.Empty<FieldError>(),
        },
    ];

    /// <summary>A discount takes something off and leaves something to pay; the API takes no amount of zero.</summary>
    internal IEnumerable<FieldError> CheckOver(Money subtotal) => Over(subtotal).Minor switch
    {
        <= 0 => [new FieldError("discount", FieldProblem.NotPositive)],
        var off when off >= subtotal.Minor => [new FieldError("discount", FieldProblem.TooLarge, subtotal.Minor - 1)],
        _ => [],
    };
}
