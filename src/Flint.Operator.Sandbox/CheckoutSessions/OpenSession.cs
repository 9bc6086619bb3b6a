using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.CheckoutSessions;

/// <summary>An order has at most one open session.</summary>
internal static class OpenSession
{
    public static CheckoutSessionDocument? Of(SandboxState state, OrderDocument order) =>
        state.Where<CheckoutSessionDocument>(
            $"{SandboxSchema.Field("order_id")} = ? AND {SandboxSchema.Field("status")} = 'open'", order.Id) is [var open, ..] ? open : null;

    /// <summary>How a refusal names the session that is in the way.</summary>
    public static JsonObject Blocking(CheckoutSessionDocument open) => new()
    {
        ["blocking_resources"] = new JsonArray(new JsonObject
        {
            ["resource_type"] = "checkout_session", ["resource_id"] = open.Id, ["status"] = open.Status,
        }),
    };

    /// <summary>Its address dies when what it would collect is no longer what was agreed.</summary>
    public static void End(SandboxState state, OrderDocument order, string reason)
    {
        if (Of(state, order) is { } open)
            state.Save(open.Ended("invalidated", reason, state.Now));
    }
}
