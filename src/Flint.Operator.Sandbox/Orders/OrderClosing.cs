using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

internal static class OrderClosing
{
    public static OrderDocument Apply(SandboxState state, OrderDocument order, JsonObject body)
    {
        // The API answers 400 for the state of the order itself, unlike everywhere else.
        if (!order.IsOpen)
            throw Problem.Invalid("ORDER_ALREADY_CLOSED", "This order is already closed.");
        if (order.RefundStatus is "refunded")
            throw Problem.Invalid("ORDER_REFUNDED", "Everything paid for this order was given back.");
        if (order.RunningPayment is { } running)
        {
            throw Problem.Conflict(
                running.State == PaymentState.Processing ? "PAYMENT_ATTEMPT_STILL_PROCESSING" : "PAYMENT_ATTEMPT_IN_PROGRESS", "A payment for this order is running.",
                new JsonObject { ["order_payment_attempt_id"] = running.PaymentAttemptId }, retryable: true);
        }

        var isUnpaid = order.Totals().Paid == 0;
        var closed = order with
        {
            Status = "closed",
            UpdatedAt = state.Now,
            ClosedReason = body["reason"]?.GetValue<string>() ?? body["reason_message"]?.GetValue<string>(),
            Discounts = [.. order.Discounts.Select(discount => discount with { IsCanceled = discount.IsCanceled || isUnpaid })],
        };
        OpenSession.End(state, closed, "order_mutated");
        state.Save(closed);
        return closed;
    }
}
