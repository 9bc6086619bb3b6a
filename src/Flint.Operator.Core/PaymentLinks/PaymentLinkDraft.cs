using System.Diagnostics.CodeAnalysis;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.PaymentLinks;

/// <summary>What an operator wants a reusable payment link to be.</summary>
/// <param name="Title">The buyer-facing title; <c>name</c> on the wire.</param>
/// <param name="AmountMoney">The fixed price of its one line; <c>line_items[0].unit_price_money</c> on the wire. Null when the buyer chooses.</param>
public sealed record PaymentLinkDraft(string Title, Money? AmountMoney)
{
    /// <summary>Everything else it says.</summary>
    [AllowNull]
    public LinkTerms Terms { get; init => field = value ?? LinkTerms.Plain; } = LinkTerms.Plain;

    /// <summary>What a link made elsewhere would have been entered as.</summary>
    public static PaymentLinkDraft Of(PaymentLinkSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new PaymentLinkDraft(snapshot.Title, snapshot.AmountMoney) { Terms = snapshot.Terms };
    }

    /// <summary>Everything that must be put right before the draft may be saved, in the order of the form.</summary>
    public IReadOnlyList<FieldError> Validate(DraftLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var maximum = Math.Min(limits.MaximumMinor, DraftLimits.ApiMaximumMinor);
        return
        [
            .. FieldChecks.RequiredText("title", Title, DraftLimits.NameLength),
            .. Terms.Pricing == LinkPricing.Fixed ? FieldChecks.Amount("amount", AmountMoney, maximum) : [],
            .. Terms.Validate(maximum),
        ];
    }

    /// <summary>As it is saved: without spaces around texts, and without what its kind does not have.</summary>
    internal PaymentLinkDraft Tidy() => this with
    {
        Title = Title.Trim(),
        AmountMoney = Terms.Pricing == LinkPricing.Fixed ? AmountMoney : null,
        Terms = Terms.Tidy(),
    };
}
