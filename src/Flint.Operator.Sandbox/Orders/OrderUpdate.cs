using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

internal static class OrderUpdate
{
    /// <summary>What may be set while the order is unpaid only. The destination is among it, because it decides the tax.</summary>
    private static readonly string[] MoneyFields = ["requested_tip", "tax", "delivery_destination"];

    public static OrderDocument Apply(SandboxState state, OrderDocument order, JsonObject body)
    {
        CheckMoney(order, body);
        CheckCustomer(state, order, body);
        var taxes = body.ContainsKey("tax") ? OrderTaxes.Read(body["tax"], order.Lines) : order.Taxes;
        var changed = order with
        {
            UpdatedAt = state.Now,
            BuyerNote = Text(body, "buyer_note", order.BuyerNote),
            InternalNote = Text(body, "internal_note", order.InternalNote),
            CustomerId = Text(body, "customer_id", order.CustomerId),
            ExternalReferenceId = Text(body, "external_reference_id", order.ExternalReferenceId),
            Metadata = MetadataPatch.Apply(order.Metadata, body),
            Tip = body.ContainsKey("requested_tip") ? NewTip(state, order, body["requested_tip"]) : order.Tip,
            Taxes = taxes,
            DeliveryDestination = Part(body, "delivery_destination", order.DeliveryDestination),
            InventoryRoutingSource = Part(body, "inventory_routing_source", order.InventoryRoutingSource),
        };
        return OrderMoney.Commit(state, order, changed);
    }

    private static void CheckMoney(OrderDocument order, JsonObject body)
    {
        OrderMoney.CheckOpen(order);
        if (!MoneyFields.Any(body.ContainsKey))
            return;
        var isPaid = order.Totals().Paid > 0;
        if (isPaid && body.ContainsKey("tax"))
            throw Problem.Conflict("ORDER_TAX_NOT_UPDATABLE_AFTER_PAYMENT", "The tax of a paid order stays as it was.");
        if (isPaid)
            throw Problem.Conflict("ORDER_FINANCIAL_MUTATION_NOT_ALLOWED", "Money has already moved on this order.");
        OrderMoney.CheckChangeable(order);
    }

    private static OrderTip? NewTip(SandboxState state, OrderDocument order, JsonNode? tip) =>
        tip?["amount_money"]?["currency"]?.GetValue<string>() is { } currency && currency != order.Currency
            ? throw Problem.Invalid("TIP_CURRENCY_MISMATCH", "The tip needs the currency of the order.", "requested_tip.amount_money.currency")
            : OrderCreation.ReadTip(state, tip);

    /// <summary>The customer of an order can be set once, and only while nobody pays.</summary>
    private static void CheckCustomer(SandboxState state, OrderDocument order, JsonObject body)
    {
        if (body["customer_id"]?.GetValue<string>() is not { } customer || customer == (order.CustomerId ?? ""))
            return;
        if (customer.Length == 0)
            throw Problem.Conflict("ORDER_CUSTOMER_NOT_CLEARABLE", "The customer of an order cannot be taken away.");
        if (order.CustomerId is not null)
            throw Problem.Conflict("ORDER_CUSTOMER_ALREADY_SET", "The customer of an order can be set once.");
        if (order.Totals().Paid > 0)
            throw Problem.Conflict("ORDER_CUSTOMER_NOT_UPDATABLE_AFTER_PAYMENT", "The order is paid for.");
        if (OpenSession.Of(state, order) is { } open)
        {
            throw Problem.Conflict(
                "ORDER_CUSTOMER_CHECKOUT_ACTIVE", "A checkout of this order is open.", OpenSession.Blocking(open), nextSteps: "Close the session first.");
        }
    }

    private static string? Text(JsonObject body, string name, string? current) =>
        body[name]?.GetValue<string>() is { } text ? (text.Length == 0 ? null : text) : current;

    private static JsonObject? Part(JsonObject body, string name, JsonObject? current) =>
        body.TryGetPropertyValue(name, out var part) ? part?.DeepClone().AsObject() : current;
}
