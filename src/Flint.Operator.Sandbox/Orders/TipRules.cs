using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

internal static class TipRules
{
    private const long UsdFloor = 100_000;

    /// <summary>In USD a tip is at most $1,000, or the whole of the discounted merchandise where that is more.</summary>
    public static void Check(OrderDocument order)
    {
        var totals = order.Totals();
        var limit = Math.Max(UsdFloor, totals.Subtotal - totals.Discount);
        if (order.Currency is "USD" && totals.Tip > limit)
        {
            throw Problem.Invalid(
                "TIP_LIMIT_EXCEEDED", "The tip is too large for this order.", "requested_tip",
                new JsonObject { ["maximum_money"] = order.Money(limit).ToJson() });
        }
    }

    /// <summary>What the buyer chose on the page. A tip that was paid, or is being paid, stays as it was.</summary>
    public static OrderDocument With(SandboxState state, OrderDocument order, OrderTip? tip)
    {
        if (order.RunningPayment is not null || order.Totals().Paid > 0)
            return order;
        var changed = order with { Tip = tip, UpdatedAt = state.Now };
        Check(changed);
        return changed;
    }
}
