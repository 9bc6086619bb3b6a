using CommunityToolkit.Mvvm.ComponentModel;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.ViewModels.Checkouts;

/// <summary>Everything of a charge but its lines, as it was typed.</summary>
public sealed partial class ChargeExtras : ObservableObject
{
    [ObservableProperty]
    public partial ShareInput Discount { get; set; } = ShareInput.None;

    [ObservableProperty]
    public partial string DiscountName { get; set; } = "";

    [ObservableProperty]
    public partial ShareInput Tip { get; set; } = ShareInput.None;

    [ObservableProperty]
    public partial string Note { get; set; } = "";

    [ObservableProperty]
    public partial string CustomerReference { get; set; } = "";

    /// <summary>The buyer is not here: the page is sent.</summary>
    [ObservableProperty]
    public partial bool IsSentAway { get; set; }

    /// <summary>The order of these lines with everything that could be read.</summary>
    public CheckoutDraft With(IReadOnlyList<LineItem> lines, Currency currency)
    {
        var (discount, tip) = (Discount.Read("discount", currency), Tip.Read("tip", currency));
        return new CheckoutDraft
        {
            LineItems = lines,
            Discount = discount is { Percent: null, Money: null } ? null : new OrderDiscount(DiscountName, discount.Percent, discount.Money),
            TipPercent = tip.Percent,
            TipMoney = tip.Money,
            Note = Note,
            CustomerReference = CustomerReference,
            IsSentAway = IsSentAway,
        };
    }

    /// <summary>What could not be read; charging waits for it, so that no discount and no tip is left out in silence.</summary>
    public IReadOnlyList<FieldError> Unreadable(Currency currency) =>
        [.. new[] { Discount.Read("discount", currency).Error, Tip.Read("tip", currency).Error }.OfType<FieldError>()];

    /// <summary>Everything that is wrong with discount and tip now: a discount larger than the lines is said where it is typed, not only once the button was tapped.</summary>
    public IReadOnlyList<FieldError> ShareErrors(CheckoutDraft? draft, AmountEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var inDraft = draft?.Validate(new DraftLimits(entry.MaximumMinor)) ?? [];
        return [.. Unreadable(entry.Currency), .. inDraft.Where(error => error.Field.Split('.')[0] is "discount" or "tip")];
    }

    /// <summary>Fills itself from an order that is to be changed.</summary>
    public void Take(CheckoutDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Discount = ShareInput.Of(draft.Discount?.Percent, draft.Discount?.AmountMoney);
        DiscountName = draft.Discount?.Name ?? DiscountName;
        Tip = ShareInput.Of(draft.TipPercent, draft.TipMoney);
        Note = draft.Note ?? "";
        CustomerReference = draft.CustomerReference ?? "";
        IsSentAway = draft.IsSentAway;
    }
}
