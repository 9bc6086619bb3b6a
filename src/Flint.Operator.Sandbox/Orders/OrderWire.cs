using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

/// <summary>An order as the API writes it. Optional members that hold nothing are left out.</summary>
internal static class OrderWire
{
    public static JsonObject Write(OrderDocument order, string merchantId)
    {
        var totals = order.Totals();
        var json = Summary(order);
        json["merchant_id"] = merchantId;
        json["origin"] = order.Origin;
        json["tax"] = order.Taxes.ToJson();
        json["line_items"] = new JsonArray([.. order.Lines.Select((line, index) => OrderLineWire.Write(order, totals, line, index))]);
        json["checkout_session_ids"] = Strings(order.CheckoutSessionIds);
        json["payment_intent_ids"] = Strings(order.Payments.Select(payment => payment.PaymentIntentId));
        json["refund_ids"] = Strings(order.Refunds.Select(refund => refund.RefundId));
        json["charges"] = new JsonArray();
        json["applied_discounts"] = new JsonArray([.. order.Discounts.Select((discount, index) => Discount(order, totals, discount, index))]);
        json["tips"] = new JsonArray(order.Tip is null ? [] : [TipWire.Write(order, order.Tip, totals)]);
        json["metadata"] = order.Metadata.DeepClone();
        Put(json, "requested_tip", order.Tip is null ? null : TipWire.Requested(order, order.Tip));
        Put(json, "external_reference_id", order.ExternalReferenceId);
        Put(json, "customer_id", order.CustomerId);
        Put(json, "buyer_email", order.BuyerEmail);
        Put(json, "buyer_note", order.BuyerNote);
        Put(json, "internal_note", order.InternalNote);
        Put(json, "closed_reason", order.ClosedReason);
        Put(json, "inventory_routing_source", order.InventoryRoutingSource?.DeepClone());
        Put(json, "active_payment_attempt", order.RunningPayment is { } running ? PaymentWire.Attempt(order, running) : null);
        if (order.DeliveryDestination?.DeepClone() is JsonObject destination)
        {
            destination["source"] = "api";
            json["delivery_destination"] = destination;
        }

        return json;
    }

    /// <summary>The members that an expanded order shows too.</summary>
    public static JsonObject Summary(OrderDocument order)
    {
        var totals = order.Totals();
        var json = new JsonObject
        {
            ["order_id"] = order.Id,
            ["order_number"] = order.OrderNumber,
            ["status"] = order.Status,
            ["payment_status"] = order.PaymentStatus,
            ["refund_status"] = order.RefundStatus,
            ["fulfillment_status"] = order.FulfillmentStatus,
            ["created_at"] = Timestamp.Write(order.CreatedAt),
            ["updated_at"] = Timestamp.Write(order.UpdatedAt),
            ["pricing_amounts"] = Amounts(order,
                ("subtotal_money", totals.Subtotal), ("discount_money", totals.Discount), ("charge_money", 0),
                ("tax_money", totals.Tax), ("requested_tip_money", totals.Tip), ("total_money", totals.Total)),
            ["settlement_amounts"] = Amounts(order,
                ("paid_money", totals.Paid), ("refunded_money", totals.Refunded), ("net_collected_money", totals.Paid - totals.Refunded),
                ("outstanding_money", totals.Outstanding), ("credit_money", totals.Credit),
                ("settled_tip_money", totals.SettledTip), ("balance_money", totals.Balance)),
        };
        return json;
    }

    private static JsonObject Discount(OrderDocument order, OrderTotals totals, OrderDiscount discount, int index) => new()
    {
        ["order_discount_id"] = discount.Id,
        ["order_id"] = order.Id,
        ["customer_facing_name"] = discount.Name,
        ["amount_money"] = order.Money(discount.Amount).ToJson(),
        ["applied_money"] = order.Money(totals.AppliedDiscounts[index]).ToJson(),
        ["discount_class"] = discount.DiscountClass,
        ["source"] = "manual",
        ["status"] = discount.IsCanceled ? "canceled" : totals.Paid > 0 ? "redeemed" : "pending",
    };

    private static JsonObject Amounts(OrderDocument order, params ReadOnlySpan<(string Name, long Amount)> amounts)
    {
        var json = new JsonObject();
        foreach (var (name, amount) in amounts)
            json[name] = order.Money(amount).ToJson();
        return json;
    }

    private static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static void Put(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
            json[name] = value;
    }
}
