using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Refunds;

/// <summary>The order a refund is for and the payments its money can go back through.</summary>
internal sealed record RefundSource(OrderDocument Order, IReadOnlyList<OrderPayment> Payments)
{
    public long Refundable => Payments.Sum(payment => RefundTotals.Refundable(Order, payment));

    public long RefundableTip => Payments.Sum(TipRoom);

    public static RefundSource Find(SandboxState state, JsonObject body)
    {
        var intentId = body["payment_intent_id"]?.GetValue<string>();
        var order = FindOrder(state, body["order_id"]?.GetValue<string>(), intentId);
        var payments = order.Payments.Where(payment => intentId is null || payment.PaymentIntentId == intentId).ToArray();
        if (payments.Length == 0 && intentId is not null)
            throw Problem.Invalid("VALIDATION_ERROR", "The payment belongs to another order.", "payment_intent_id");
        var settled = payments.Where(payment => payment.State == PaymentState.Succeeded).ToArray();
        if (settled.Length == 0 && intentId is not null)
            throw Problem.Conflict("PAYMENT_INTENT_NOT_REFUNDABLE", "This payment took no money.");
        if (settled.Length == 0)
            throw Problem.Conflict("NO_PAYMENTS_FOR_ORDER", "Nothing was paid for this order.");
        var source = new RefundSource(order, settled);
        return source.Refundable > 0
            ? source
            : throw Problem.Conflict("NOTHING_TO_REFUND", "Everything that was paid was given back.");
    }

    /// <summary>First what was paid for goods, from the oldest payment on, then the tips.</summary>
    public IReadOnlyList<RefundPart> Split(long amount, long tip)
    {
        var goods = new long[Payments.Count];
        var tips = new long[Payments.Count];
        var rest = Take(goods, amount - tip, index => RefundTotals.Refundable(Order, Payments[index]) - TipRoom(Payments[index]));
        Take(tips, tip, index => TipRoom(Payments[index]));

        // Lines that were added after a tip was paid can cost more than the payments hold beside their tips.
        Take(goods, rest, index => RefundTotals.Refundable(Order, Payments[index]) - goods[index] - tips[index]);
        return [.. Payments
            .Select((payment, index) => new RefundPart(payment.PaymentIntentId, goods[index] + tips[index], tips[index]))
            .Where(part => part.Amount > 0)];
    }

    private long TipRoom(OrderPayment payment) =>
        Math.Min(RefundTotals.RefundableTip(Order, payment), RefundTotals.Refundable(Order, payment));

    private static long Take(long[] taken, long amount, Func<int, long> room)
    {
        for (var index = 0; index < taken.Length; index++)
        {
            var part = Math.Min(amount, room(index));
            taken[index] += part;
            amount -= part;
        }

        return amount;
    }

    private static OrderDocument FindOrder(SandboxState state, string? orderId, string? intentId)
    {
        // The call declares no 404: an id in its body that leads nowhere is bad input.
        if (orderId is not null)
            return state.Find<OrderDocument>(orderId) ?? throw Problem.Invalid("VALIDATION_ERROR", "There is no such order.", "order_id");
        return state.Where<OrderDocument>(
            "EXISTS (SELECT 1 FROM json_each(document, '$.payments') WHERE json_extract(value, '$.payment_intent_id') = ?)", intentId!) is [var order]
            ? order
            : throw Problem.Invalid("VALIDATION_ERROR", "There is no such payment.", "payment_intent_id");
    }
}
