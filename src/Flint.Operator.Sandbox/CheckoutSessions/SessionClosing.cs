using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.CheckoutSessions;

internal static class SessionClosing
{
    public static CheckoutSessionDocument Apply(SandboxState state, CheckoutSessionDocument session, JsonObject body)
    {
        if (!session.IsOpen)
        {
            throw Problem.Conflict(
                "INVALID_STATUS_TRANSITION", $"The session is {session.Status}; only an open one can be closed.",
                new JsonObject { ["current_status"] = session.Status }, nextSteps: "Read the session: it is over.");
        }

        CheckRecovery(session);
        if (state.Find<OrderDocument>(session.OrderId)!.RunningPayment is not null)
            throw Problem.Conflict("CHECKOUT_PAYMENT_RESOLVING", "A payment of this session is being settled.", retryable: true);
        var closed = session.Ended("closed", "api", state.Now) with
        {
            ClosedReason = body["reason"]?.GetValue<string>() ?? body["reason_message"]?.GetValue<string>(),
        };
        state.Save(closed);
        return closed;
    }

    /// <summary>Whoever is finishing a payment after the end is left alone: meanwhile the session can be read only.</summary>
    public static void CheckRecovery(CheckoutSessionDocument session)
    {
        if (session.RecoveryExpiresAt is { } end)
        {
            throw new ApiProblemException(403, "authorization_error", "CHECKOUT_RECOVERY_RESTRICTED", "The session has run out and its last payment is finishing.")
            {
                ErrorSource = "merchant",
                Retryable = true,
                NextSteps = $"Read the session again after {Timestamp.Write(end)}.",
            };
        }
    }
}
