using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.Checkouts;

/// <summary>What the API takes as a requested tip: whole percent or an amount, up to its limit (contract 1.8).</summary>
internal static class TipCheck
{
    // The larger of this and the whole of the discounted merchandise. Published for USD alone; other currencies are left to the API.
    private const long UsdFloorMinor = 100_000;

    /// <summary>What must be put right before the lines are looked at.</summary>
    public static IEnumerable<FieldError> Itself(CheckoutDraft draft, Currency currency) => (draft.TipPercent, draft.TipMoney) switch
    {
        ({ }, { }) => [new FieldError("tip", FieldProblem.Unreadable)],
        (< 1, _) => [new FieldError("tip", FieldProblem.TooSmall, 1)],
        (> 100, _) => [new FieldError("tip", FieldProblem.TooLarge, 100)],
        (_, { } money) when !money.Currency.Equals(currency) => [new FieldError("tip.amount", FieldProblem.CurrencyMismatch)],
        (_, { Minor: <= 0 }) => [new FieldError("tip.amount", FieldProblem.NotPositive)],
        _ => [],
    };

    /// <summary>The limit, which depends on the lines.</summary>
    public static IEnumerable<FieldError> Over(CheckoutDraft draft) =>
        draft.TipMoney is { Currency.Code: "USD" } tip && Math.Max(UsdFloorMinor, draft.EstimatedMerchandise.Minor) is var limit && tip.Minor > limit
            ? [new FieldError("tip.amount", FieldProblem.TooLarge, limit)]
            : [];
}
