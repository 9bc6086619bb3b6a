using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;

namespace Flint.Operator.ViewModels.Checkouts;

/// <summary>What a charge adds up to, as it is shown. All of it is estimated until the API has told its own amounts.</summary>
public sealed record ChargeSums
{
    /// <summary>What the checkout will be called in lists.</summary>
    public required string Title { get; init; }

    public required string Subtotal { get; init; }

    /// <summary>What the discount takes off, below zero; null without one.</summary>
    public string? Discount { get; init; }

    public string? Tip { get; init; }

    public required string Total { get; init; }

    public static ChargeSums Of(CheckoutDraft? draft, Currency currency)
    {
        var nothing = Format(Money.Zero(currency));
        return draft is null ? new ChargeSums { Title = "", Subtotal = nothing, Total = nothing } : new ChargeSums
        {
            Title = draft.Title,
            Subtotal = Format(draft.Subtotal),
            Discount = draft.Discount is null ? null : Format(Money.Zero(currency).Less(draft.EstimatedDiscount)),
            Tip = draft.EstimatedTip.Minor > 0 ? Format(draft.EstimatedTip) : null,
            Total = Format(draft.EstimatedTotal),
        };
    }

    private static string Format(Money money) => MoneyFormat.Format(money, CultureInfo.CurrentCulture);
}
