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
        var now = Timestamp.Write(state.Now);
        var due = state.Where<CheckoutSessionDocument>(
            $"{SandboxSchema.Field("status")} = 'open' AND ({SandboxSchema.Field("expires_at")} <= ? OR {SandboxSchema.Field("settles_at")} <= ?)", now, now);
        foreach (var found in due)
        {
            if (Answered(state, found) is not { IsOpen: true } session || state.Now < session.ExpiresAt)
                continue;
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

    /// <summary>A bank that has answered did so at its own time, be it before or after the session ran out.</summary>
    private static CheckoutSessionDocument? Answered(SandboxState state, CheckoutSessionDocument session)
    {
        if (session.SettlesAt is not { } at || state.Now < at)
            return session;
        CheckoutPayment.FinishDebit(state.At(at), session);
        return state.Find<CheckoutSessionDocument>(session.Id);
    }
}
