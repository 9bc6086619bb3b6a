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
        if (body["modifiers"]?.AsObject().Select(line => line.Key).FirstOrDefault() is { } key)
            throw Problem.Invalid("VALIDATION_ERROR", "The lines of this link have no modifiers.", $"modifiers.{key}");
        var choices = LinkChoices.Read(body);
        var order = OrderCreation.FromLines(
            state, "payment_link", link.Currency, LinkPurchase.Lines(state, link, choices), OrderMetadata(link, choices));
        if (link.Settings["tax"]?["enabled"]?.GetValue<bool>() == true)
            throw OrderTaxes.ConnectionRequired();
        if (link.Settings["inventory_routing_source"] is { } routing)
        {
            order = order with { InventoryRoutingSource = routing.DeepClone().AsObject() };
            state.Save(order);
        }

        if (order.Outstanding == 0)
            throw Problem.Conflict("ORDER_NOT_OPEN", "There is nothing to pay.");
        var session = SessionCreation.Open(state, order, SessionSettings.Pick(link.Settings), "payment_link") with { PaymentLinkId = link.Id };
        state.Save(session);
        return session;
    }

    /// <summary>The link's own pairs and the answers: the published room for both together says that both arrive there.</summary>
    private static JsonObject OrderMetadata(PaymentLinkDocument link, LinkChoices choices)
    {
        var metadata = link.Metadata.DeepClone().AsObject();
        foreach (var (name, answer) in LinkPurchase.Answers(link, choices))
            metadata[name] = answer?.DeepClone();
        return metadata;
    }
}
