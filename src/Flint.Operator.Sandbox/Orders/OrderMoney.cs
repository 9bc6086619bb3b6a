using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

/// <summary>The one way the money of an order is changed: who may, and what it does to the open session.</summary>
internal static class OrderMoney
{
    public static void CheckOpen(OrderDocument order)
    {
        if (!order.IsOpen)
            throw Problem.Invalid("ORDER_CLOSED", "A closed order cannot be changed.");
    }

    /// <summary>Not while a payment runs, which was told another amount, and not once money went back.</summary>
    public static void CheckChangeable(OrderDocument order)
    {
        CheckOpen(order);
        if (order.RunningPayment is { } running)
        {
            throw Problem.Conflict(
                "ORDER_PAYMENT_ATTEMPT_ACTIVE", "A payment for this order is running.",
                new JsonObject { ["order_payment_attempt_id"] = running.PaymentAttemptId }, retryable: true);
        }

        if (order.Refunds.Any(refund => refund.HoldsMoney))
            throw Problem.Conflict("ORDER_FINANCIAL_MUTATION_NOT_ALLOWED", "Money of this order was given back.");
    }

    /// <summary>Stores the changed order. Its open session ends with what it was to collect.</summary>
    public static OrderDocument Commit(SandboxState state, OrderDocument before, OrderDocument after)
    {
        TipRules.Check(after);
        var totals = after.Totals();
        if (totals.Total < totals.Paid)
        {
            throw Problem.Conflict(
                "ORDER_TOTAL_BELOW_NET_COLLECTED", "The order would cost less than was already paid for it.",
                new JsonObject { ["required_money"] = after.Money(totals.Paid).ToJson() });
        }

        if (!IsSameMoney(before, after))
            OpenSession.End(state, after, "order_mutated");
        state.Save(after);
        return after;
    }

    private static bool IsSameMoney(OrderDocument before, OrderDocument after)
    {
        var (was, now) = (before.Totals(), after.Totals());
        return was.Total == now.Total && was.Discount == now.Discount && was.Tax == now.Tax && was.Tip == now.Tip &&
            before.Lines.Select(Price).SequenceEqual(after.Lines.Select(Price));

        static (string, long, long) Price(OrderLine line) => (line.Id, line.Quantity, line.UnitPrice);
    }
}
