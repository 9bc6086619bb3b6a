namespace Flint.Operator.Sandbox.Orders;

/// <summary>How much of an order went back, and how much still can.</summary>
internal static class RefundTotals
{
    /// <summary>What reached the buyer through one payment.</summary>
    public static long Refunded(OrderDocument order, OrderPayment payment) =>
        Parts(order.Refunds.Where(refund => refund.State == RefundState.Succeeded), payment).Sum(part => part.Amount);

    public static long Refundable(OrderDocument order, OrderPayment payment) =>
        payment.Amount - Parts(order.Refunds.Where(refund => refund.HoldsMoney), payment).Sum(part => part.Amount);

    public static long RefundableTip(OrderDocument order, OrderPayment payment) =>
        payment.TipAmount - Parts(order.Refunds.Where(refund => refund.HoldsMoney), payment).Sum(part => part.TipAmount);

    /// <summary>What of a line, tax and discount included, was not given back or promised yet.</summary>
    public static long Refundable(OrderDocument order, OrderTotals totals, int line) =>
        totals.LineTotal(order, line) -
        Lines(order.Refunds.Where(refund => refund.HoldsMoney), order.Lines[line]).Sum(part => part.Amount);

    public static long RefundableQuantity(OrderDocument order, int line) =>
        order.Lines[line].Quantity -
        Lines(order.Refunds.Where(refund => refund.HoldsMoney), order.Lines[line]).Sum(part => part.Quantity);

    public static (long Amount, long Quantity) Refunded(OrderDocument order, OrderTotals totals, int line)
    {
        var parts = Lines(order.Refunds.Where(refund => refund.State == RefundState.Succeeded), order.Lines[line]).ToArray();
        var amount = parts.Sum(part => part.Amount);
        var isWhole = amount > 0 && amount == totals.LineTotal(order, line);
        return (amount, isWhole ? order.Lines[line].Quantity : parts.Sum(part => part.Quantity));
    }

    private static IEnumerable<RefundPart> Parts(IEnumerable<OrderRefund> refunds, OrderPayment payment) =>
        refunds.SelectMany(refund => refund.Parts).Where(part => part.PaymentIntentId == payment.PaymentIntentId);

    private static IEnumerable<RefundedLine> Lines(IEnumerable<OrderRefund> refunds, OrderLine line) =>
        refunds.SelectMany(refund => refund.Lines).Where(part => part.OrderLineItemId == line.Id);
}
