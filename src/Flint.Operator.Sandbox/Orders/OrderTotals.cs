namespace Flint.Operator.Sandbox.Orders;

/// <summary>The arithmetic of an order. Lines share the discounts by weight, to the last minor unit.</summary>
internal sealed record OrderTotals(
    long Subtotal, long Discount, long Tax, long Tip, long Paid, long SettledTip,
    IReadOnlyList<long> LineDiscounts, IReadOnlyList<long> LineTaxes, IReadOnlyList<long> AppliedDiscounts)
{
    public long Total => Subtotal - Discount + Tax + Tip;
    public long Outstanding => Math.Max(0, Total - Paid);
    /// <summary>Money given back is not asked for again: a refund leaves the balance as it was.</summary>
    public long Balance => Total - Paid;

    public long Credit => Math.Max(0, Paid - Total);

    public required long Refunded { get; init; }

    public required long RefundedTip { get; init; }

    public long LineTotal(OrderDocument order, int index) => order.Lines[index].Subtotal - LineDiscounts[index] + LineTaxes[index];

    public static OrderTotals Of(OrderDocument order)
    {
        var subtotal = order.Lines.Sum(line => line.Subtotal);
        var applied = Apply(order.Discounts, subtotal);
        var discount = applied.Sum();
        var lineDiscounts = Share(discount, [.. order.Lines.Select(line => line.Subtotal)]);
        var lineTaxes = order.Lines
            .Select((line, index) => order.Taxes.Enabled ? LineTax.AdditiveOver(line, line.Subtotal - lineDiscounts[index]) : 0)
            .ToArray();
        var settled = order.Payments.Where(payment => payment.State == PaymentState.Succeeded).ToArray();
        var returned = order.Refunds.Where(refund => refund.State == RefundState.Succeeded).ToArray();
        return new OrderTotals(
            subtotal, discount, order.Taxes.FlatAmount + lineTaxes.Sum(), order.Tip?.Over(subtotal - discount) ?? 0,
            settled.Sum(payment => payment.Amount), settled.Sum(payment => payment.TipAmount), lineDiscounts, lineTaxes, applied)
        {
            Refunded = returned.Sum(refund => refund.Amount),
            RefundedTip = returned.Sum(refund => refund.TipAmount),
        };
    }

    /// <summary>In the order given, each discount takes at most what the ones before it left over.</summary>
    private static long[] Apply(IReadOnlyList<OrderDiscount> discounts, long subtotal)
    {
        var left = subtotal;
        return [.. discounts.Select(discount =>
        {
            var taken = discount.IsCanceled ? 0 : Math.Min(discount.Amount, left);
            left -= taken;
            return taken;
        })];
    }

    /// <summary>Splits an amount by weight, to the last minor unit.</summary>
    public static long[] Share(long amount, long[] weights)
    {
        var total = weights.Sum();
        if (total == 0)
            return new long[weights.Length];
        long seen = 0, given = 0;
        return [.. weights.Select(weight =>
        {
            seen += weight;
            var upTo = (long)((Int128)amount * seen / total);
            var part = upTo - given;
            given = upTo;
            return part;
        })];
    }
}
