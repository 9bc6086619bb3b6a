using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.PaymentLinks;

/// <summary>Makes one buyer's order and session out of a link.</summary>
internal sealed class LinkResolution(ResolutionContexts contexts)
{
    public CheckoutSessionDocument Resolve(SandboxState state, PaymentLinkDocument link, JsonObject body)
    {
        if (!link.IsActive)
        {
            throw Problem.Conflict(
                "PAYMENT_LINK_INACTIVE",
                link.Settings["inactive_message"]?.GetValue<string>() is { Length: > 0 } message ? message : "This link is switched off.");
        }

        if (link.IsSoldOut)
        {
            throw Problem.Conflict(
                link.PaymentLinkType is "event" ? "EVENT_SOLD_OUT" : "PAYMENT_LINK_MAX_COMPLETIONS_REACHED", "Nothing is left to buy here.");
        }

        contexts.Check(body["resolution_context"]!.GetValue<string>(), link, state.Now);
        var choices = LinkChoices.Read(body);
        if (body["modifiers"]?.AsObject().Count > 0)
            throw Problem.Invalid("VALIDATION_ERROR", "The lines of this link have no modifiers.", "modifiers");
        var order = OrderCreation.FromLines(
            state, "payment_link", link.Currency, LinkPurchase.Lines(state, link, choices), LinkPurchase.Answers(link, choices));
        if (order.Outstanding == 0)
            throw Problem.Conflict("ORDER_NOT_OPEN", "There is nothing to pay.");
        var session = SessionCreation.Open(state, order, SessionSettings.Pick(link.Settings), "payment_link") with { PaymentLinkId = link.Id };
        state.Save(session);
        return session;
    }
}
