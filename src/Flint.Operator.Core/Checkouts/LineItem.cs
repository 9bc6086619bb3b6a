using Flint.Operator.Core.Amounts;

namespace Flint.Operator.Core.Checkouts;

/// <summary>One line of an order.</summary>
/// <param name="Name">What the buyer reads; <c>name</c>.</param>
/// <param name="Quantity">Whole units; <c>quantity</c>.</param>
/// <param name="UnitPriceMoney">The price of one unit; <c>unit_price_money</c>.</param>
public sealed record LineItem(string Name, long Quantity, Money UnitPriceMoney)
{
    /// <summary>The price of all units, before discount, tax and tip.</summary>
    public Money Total => UnitPriceMoney.Times(Quantity);
}
