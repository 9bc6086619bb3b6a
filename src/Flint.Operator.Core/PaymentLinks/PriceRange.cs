using System.Diagnostics.CodeAnalysis;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.PaymentLinks;

/// <summary>What a buyer may choose to pay. All amounts are of one currency, in minor units.</summary>
public sealed record PriceRange
{
    /// <summary>More than this many suggestions on a line are refused by the API (contract 1.8); for donations no number is published, so the same is kept.</summary>
    public const int MostSuggestions = 3;

    /// <summary>Whatever the buyer likes.</summary>
    public static PriceRange Any { get; } = new();

    /// <summary>The least; null for no lower bound but zero.</summary>
    public Money? Minimum { get; init; }

    /// <summary>The most; null for the API's own ceiling.</summary>
    public Money? Maximum { get; init; }

    /// <summary>Amounts that the page offers with one tap.</summary>
    [AllowNull]
    public ValueList<Money> Suggested { get; init => field = value ?? []; } = [];

    /// <summary>The currency of its amounts; null when it has none.</summary>
    public Currency? Currency => (Minimum ?? Maximum ?? (Suggested.Count > 0 ? Suggested[0] : null))?.Currency;

    internal IEnumerable<FieldError> Validate(long maximumMinor) =>
    [
        .. Bound("amount.minimum", Minimum, null, maximumMinor),
        .. Bound("amount.maximum", Maximum, Minimum, maximumMinor),
        .. Suggested.SelectMany((money, index) => Suggestion($"amount.suggested[{index}]", money, index, maximumMinor)),
        .. Suggested.Count > MostSuggestions ? [new FieldError("amount.suggested", FieldProblem.TooMany, MostSuggestions)] : Array.Empty<FieldError>(),
    ];

    private IEnumerable<FieldError> Suggestion(string field, Money money, int index, long maximumMinor) =>
        Suggested.Take(index).Contains(money)
            ? [new FieldError(field, FieldProblem.Duplicate)]
            : Bound(field, money, Minimum, Maximum is { Minor: > 0 } most ? Math.Min(most.Minor, maximumMinor) : maximumMinor);

    private IEnumerable<FieldError> Bound(string field, Money? money, Money? least, long maximumMinor)
    {
        if (money is null)
        {
            return [];
        }

        if (!money.Currency.Equals(Currency))
        {
            return [new FieldError(field, FieldProblem.CurrencyMismatch)];
        }

        return least is not null && money.Minor > 0 && money.Minor < least.Minor
            ? [new FieldError(field, FieldProblem.TooSmall, least.Minor)]
            : FieldChecks.Amount(field, money, maximumMinor);
    }
}
