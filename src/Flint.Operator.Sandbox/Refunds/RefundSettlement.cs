using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Refunds;

/// <summary>Lets the bank's last word arrive when its time has come, before anything reads the refund or its order.</summary>
internal static class RefundSettlement
{
    public static void Apply(SandboxState state)
    {
        // The first half is what lets SQLite use the index of the few that wait.
        var due = $"{SandboxSchema.Field("settles_at")} IS NOT NULL AND {SandboxSchema.Field("settles_at")} <= ?";
        foreach (var refund in state.Where<RefundDocument>(due, Timestamp.Write(state.Now)))
        {
            var at = refund.SettlesAt!.Value;
            var order = state.Find<OrderDocument>(refund.OrderId)!;
            state.Save(refund with { State = refund.SettlesAs, SettlesAt = null, UpdatedAt = at });
            state.Save(order with
            {
                UpdatedAt = at > order.UpdatedAt ? at : order.UpdatedAt,
                Refunds = [.. order.Refunds.Select(known => known.RefundId == refund.Id ? known with { State = refund.SettlesAs } : known)],
            });
        }
    }
}
