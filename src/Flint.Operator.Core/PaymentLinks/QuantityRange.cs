using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.PaymentLinks;

/// <summary>How many a buyer may choose; <c>allow_quantity_adjustment</c> of the line. Whole units.</summary>
/// <param name="Minimum">The least; null for one.</param>
/// <param name="Maximum">The most; null for no limit of its own.</param>
public sealed record QuantityRange(long? Minimum = null, long? Maximum = null)
{
    /// <summary>The quantity nearest to a wanted one that a buyer may choose: what the page starts with.</summary>
    public long Nearest(long wanted) => Math.Min(Math.Max(wanted, Minimum ?? 1), Math.Max(Maximum ?? long.MaxValue, Minimum ?? 1));

    internal IEnumerable<FieldError> Validate()
    {
        foreach (var error in FieldChecks.Count("quantity.minimum", Minimum, 1, DraftLimits.Quantity))
        {
            yield return error;
        }

        foreach (var error in FieldChecks.Count("quantity.maximum", Maximum, Math.Max(1, Minimum ?? 1), DraftLimits.Quantity))
        {
            yield return error;
        }
    }
}
