using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.Checkouts;

/// <summary>What an operator is about to charge one buyer for: the order that will stand behind the checkout.</summary>
public sealed record CheckoutDraft
{
    /// <summary>The lines, in one currency.</summary>
    public required IReadOnlyList<LineItem> LineItems { get; init; }

    /// <summary>One discount on the whole order; null for none.</summary>
    public OrderDiscount? Discount { get; init; }

    /// <summary>A requested tip in whole percent of the lines less the discount, 1 to 100; null for none. The API computes the amount.</summary>
    public int? TipPercent { get; init; }

    /// <summary>A requested tip of a fixed amount; null for none, or for one in percent.</summary>
    public Money? TipMoney { get; init; }

    /// <summary>A note the buyer sees.</summary>
    public string? Note { get; init; }

    /// <summary>The customer's own reference, e.g. a membership number. Kept with the order as an internal note.</summary>
    public string? CustomerReference { get; init; }

    /// <summary>Whether its page is sent to the buyer, who is not here to scan it. It lives longer then; the API is not told.</summary>
    public bool IsSentAway { get; init; }

    /// <summary>What an order made elsewhere would have been entered as. One without lines is named by its number.</summary>
    public static CheckoutDraft Of(OrderSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new CheckoutDraft
        {
            LineItems = snapshot.LineItems.Count > 0 ? snapshot.LineItems : [new LineItem(snapshot.Number ?? snapshot.RemoteId, 1, snapshot.TotalMoney)],
        };
    }

    /// <summary>The sum of the lines.</summary>
    public Money Subtotal => LineItems.Skip(1).Aggregate(LineItems[0].Total, (sum, line) => sum.Plus(line.Total));

    /// <summary>What the discount takes off the lines.</summary>
    public Money EstimatedDiscount => Discount?.Over(Subtotal) ?? Money.Zero(Subtotal.Currency);

    /// <summary>The lines less the discount: what a tip in percent is taken of.</summary>
    public Money EstimatedMerchandise => Subtotal.Less(EstimatedDiscount);

    /// <summary>The tip as we expect the API to compute it; an estimate.</summary>
    public Money EstimatedTip => TipMoney ?? EstimatedMerchandise.Percent(TipPercent ?? 0);

    /// <summary>What the buyer will pay, as an estimate until the API's own amounts arrive.</summary>
    public Money EstimatedTotal => EstimatedMerchandise.Plus(EstimatedTip);

    /// <summary>The first line and how many more there are: a title for lists.</summary>
    public string Title => LineItems[0].Name;

    /// <summary>Everything that must be put right before the charge may be saved, in the order of the form.</summary>
    public IReadOnlyList<FieldError> Validate(DraftLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (LineItems.Count == 0)
        {
            return [new FieldError("lines", FieldProblem.Required)];
        }

        List<FieldError> errors =
        [
            .. LineItems.Count > DraftLimits.LineItems ? [new FieldError("lines", FieldProblem.TooLarge, DraftLimits.LineItems)] : Array.Empty<FieldError>(),
            .. LineItems.SelectMany((line, index) => CheckLine(line, $"lines[{index}]", limits)),
            .. Discount?.CheckItself(LineItems[0].UnitPriceMoney.Currency) ?? [],
            .. TipCheck.Itself(this, LineItems[0].UnitPriceMoney.Currency),
            .. FieldChecks.OptionalText("note", Note, DraftLimits.NoteLength),
            .. FieldChecks.OptionalText("customerReference", CustomerReference, DraftLimits.CustomerReferenceLength),
        ];
        return errors.Count > 0 ? errors : [.. CheckSums(limits)];
    }

    private IEnumerable<FieldError> CheckLine(LineItem line, string path, DraftLimits limits)
    {
        IEnumerable<FieldError> quantity = line.Quantity switch
        {
            <= 0 => [new FieldError($"{path}.quantity", FieldProblem.NotPositive)],
            > DraftLimits.Quantity => [new FieldError($"{path}.quantity", FieldProblem.TooLarge, DraftLimits.Quantity)],
            _ => [],
        };
        IEnumerable<FieldError> currency = line.UnitPriceMoney.Currency.Equals(LineItems[0].UnitPriceMoney.Currency)
            ? []
            : [new FieldError($"{path}.price", FieldProblem.CurrencyMismatch)];
        return
        [
            .. FieldChecks.RequiredText($"{path}.name", line.Name, DraftLimits.NameLength),
            .. quantity,
            .. FieldChecks.Amount($"{path}.price", line.UnitPriceMoney, Math.Min(limits.MaximumMinor, DraftLimits.ApiMaximumMinor)),
            .. currency,
        ];
    }

    // Lines within their bounds cannot overflow 64 bits, so sums are safe to take only after they passed.
    private IEnumerable<FieldError> CheckSums(DraftLimits limits)
    {
        IReadOnlyList<FieldError> errors = [.. Discount?.CheckOver(Subtotal) ?? [], .. TipCheck.Over(this)];
        return errors.Count > 0 ? errors : FieldChecks.Amount("total", EstimatedTotal, Math.Min(limits.MaximumMinor, DraftLimits.ApiMaximumMinor));
    }
}
