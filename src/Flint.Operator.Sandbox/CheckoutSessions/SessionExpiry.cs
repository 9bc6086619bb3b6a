using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.CheckoutSessions;

/// <summary>
/// Lets time pass: whatever ran out before this instant is ended before anything reads it. A buyer in the middle of a
/// bank's challenge keeps a short while to finish; meanwhile the session reads open, in recovery.
/// </summary>
internal static class SessionExpiry
{
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(10);

    public static void Apply(SandboxState state)
    {
        var due = state.Where<CheckoutSessionDocument>(
            $"{SandboxSchema.Field("status")} = 'open' AND {SandboxSchema.Field("expires_at")} <= ?", Timestamp.Write(state.Now));
        foreach (var session in due)
        {
            var order = state.Find<OrderDocument>(session.OrderId)!;
            var running = order.RunningPayment;
            var end = running is null ? session.ExpiresAt : session.ExpiresAt + Recovery;
            if (state.Now < end)
            {
                if (session.RecoveryExpiresAt is null)
                    state.Save(session with { RecoveryExpiresAt = end, UpdatedAt = session.ExpiresAt });
                continue;
            }

            if (running is not null)
                state.Save(CheckoutPayment.Settle(order, running, PaymentState.Expired, end, "payment_action_expired"));
            state.Save(session.Ended("expired", "expired", end));
        }
    }
}
