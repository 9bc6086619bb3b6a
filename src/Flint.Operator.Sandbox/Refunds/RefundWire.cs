using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Refunds;

internal static class RefundWire
{
    private const string FailureReason = "payment_refund_failed";

    public static JsonObject Write(SandboxState state, RefundDocument refund, string merchantId)
    {
        var order = state.Find<OrderDocument>(refund.OrderId)!;
        var part = order.Refunds.First(known => known.RefundId == refund.Id);
        var json = new JsonObject
        {
            ["refund_id"] = refund.Id,
            ["order_id"] = refund.OrderId,
            ["merchant_id"] = merchantId,
            ["amount_money"] = order.Money(refund.Amount).ToJson(),
            ["refunded_tip_money"] = order.Money(part.TipAmount).ToJson(),
            ["status"] = refund.Status,
            ["refund_method"] = refund.RefundMethod,
            ["payment_refunds"] = new JsonArray([.. part.Parts.Select(payment => Payment(order, refund, payment))]),
            ["metadata"] = refund.Metadata.DeepClone(),
            ["created_at"] = Timestamp.Write(refund.CreatedAt),
            ["updated_at"] = Timestamp.Write(refund.UpdatedAt),
        };
        if (part.Parts is [var only])
            json["payment_intent_id"] = only.PaymentIntentId;
        if (refund.State == RefundState.Failed)
            json["failure_reason"] = FailureReason;
        Put(json, "reason", refund.Reason);
        Put(json, "reason_message", refund.ReasonMessage);
        Put(json, "external_reference_id", refund.ExternalReferenceId);
        Put(json, "customer_id", refund.CustomerId);
        return json;
    }

    private static JsonObject Payment(OrderDocument order, RefundDocument refund, RefundPart part)
    {
        var json = new JsonObject
        {
            ["payment_intent_id"] = part.PaymentIntentId,
            ["amount_money"] = order.Money(part.Amount).ToJson(),
            ["refunded_tip_money"] = order.Money(part.TipAmount).ToJson(),
            ["status"] = refund.Status,
        };
        if (refund.State == RefundState.Failed)
            json["failure_reason"] = FailureReason;
        return json;
    }

    private static void Put(JsonObject json, string name, string? value)
    {
        if (value is not null)
            json[name] = value;
    }
}
