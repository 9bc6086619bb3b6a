namespace Flint.Operator.Core.PaymentLinks;

/// <summary>Who says what a link costs.</summary>
public enum LinkPricing
{
    /// <summary>The operator: one price for every buyer. What every link was before there was a choice.</summary>
    Fixed,

    /// <summary>The buyer, within a range; <c>allow_unit_price_adjustment</c> of its line.</summary>
    BuyerChooses,

    /// <summary>The giver; <c>payment_link_type: donation</c>, which has no lines and cannot be changed later (contract 2.3).</summary>
    Donation,
}
