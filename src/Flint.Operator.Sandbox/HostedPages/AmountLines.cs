using Flint.Operator.Sandbox.Orders;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>What stands between the lines of an order and its total.</summary>
internal static class AmountLines
{
    public static IEnumerable<(string Name, string Amount)> Of(OrderDocument order, OrderTotals totals)
    {
        foreach (var (discount, index) in order.Discounts.Select((discount, index) => (discount, index)))
        {
            if (totals.AppliedDiscounts[index] > 0)
                yield return (discount.Name, "−" + AmountText.Write(order.Money(totals.AppliedDiscounts[index])));
        }

        if (totals.Tax > 0)
            yield return ("Tax", AmountText.Write(order.Money(totals.Tax)));
        if (totals.Tip > 0)
            yield return (order.Tip?.Percent is { } percent ? $"Tip, {TipOffer.Plain(percent)} %" : "Tip", AmountText.Write(order.Money(totals.Tip)));
    }
}
