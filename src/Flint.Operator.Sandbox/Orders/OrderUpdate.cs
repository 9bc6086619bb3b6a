using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

internal static class OrderUpdate
{
    public static OrderDocument Apply(SandboxState state, OrderDocument order, JsonObject body)
    {
        var changesMoney = body.ContainsKey("requested_tip") || body.ContainsKey("tax");
        if (!order.IsOpen)
            throw Problem.Invalid("ORDER_CLOSED", "A closed order cannot be changed.");
        if (changesMoney && order.RunningPayment is not null)
            throw Problem.Conflict("ORDER_PAYMENT_ATTEMPT_ACTIVE", "A payment for this order is running.", retryable: true);
        if (changesMoney && order.Totals().Paid > 0)
            throw Problem.Conflict("ORDER_FINANCIAL_MUTATION_NOT_ALLOWED", "Money has already moved on this order.");
        CheckCustomer(order, body);

        var changed = order with
        {
            UpdatedAt = state.Now,
            BuyerNote = Text(body, "buyer_note", order.BuyerNote),
            InternalNote = Text(body, "internal_note", order.InternalNote),
            CustomerId = Text(body, "customer_id", order.CustomerId),
            ExternalReferenceId = Text(body, "external_reference_id", order.ExternalReferenceId),
            Metadata = MetadataPatch.Apply(order.Metadata, body),
            Tip = body.ContainsKey("requested_tip") ? NewTip(state, order, body["requested_tip"]) : order.Tip,
            Taxes = body.ContainsKey("tax") ? OrderTaxes.Read(body["tax"]) : order.Taxes,
            DeliveryDestination = Part(body, "delivery_destination", order.DeliveryDestination),
            InventoryRoutingSource = Part(body, "inventory_routing_source", order.InventoryRoutingSource),
        };
        TipRules.Check(changed);
        if (changed.Total != order.Total)
            OpenSession.End(state, changed, "order_mutated");
        state.Save(changed);
        return changed;
    }

    private static OrderTip? NewTip(SandboxState state, OrderDocument order, JsonNode? tip) =>
        tip?["amount_money"]?["currency"]?.GetValue<string>() is { } currency && currency != order.Currency
            ? throw Problem.Invalid("TIP_CURRENCY_MISMATCH", "The tip needs the currency of the order.", "requested_tip.amount_money.currency")
            : OrderCreation.ReadTip(state, tip);

    private static void CheckCustomer(OrderDocument order, JsonObject body)
    {
        if (body["customer_id"] is { } customer && order.CustomerId is not null && customer.GetValue<string>() != order.CustomerId)
            throw Problem.Conflict("ORDER_CUSTOMER_ALREADY_SET", "The customer of an order can be set once.");
    }

    private static string? Text(JsonObject body, string name, string? current) =>
        body[name]?.GetValue<string>() is { } text ? (text.Length == 0 ? null : text) : current;

    private static JsonObject? Part(JsonObject body, string name, JsonObject? current) =>
        body.TryGetPropertyValue(name, out var part) ? part?.DeepClone().AsObject() : current;
}
