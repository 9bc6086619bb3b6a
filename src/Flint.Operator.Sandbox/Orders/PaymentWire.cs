using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

internal static class PaymentWire
{
    public static JsonObject Attempt(OrderDocument order, OrderPayment payment)
    {
        var hasFailed = payment.State == PaymentState.Failed;
        var json = new JsonObject
        {
            ["payment_attempt_id"] = payment.PaymentAttemptId,
            ["status"] = hasFailed ? "failed" : payment.State == PaymentState.Processing ? "processing" : "requires_action",
            ["mode"] = "payment",
            ["is_resumable"] = payment.State == PaymentState.RequiresAction,
            ["started_at"] = Timestamp.Write(payment.StartedAt),
            ["expected_outstanding_money"] = order.Money(payment.Amount).ToJson(),
        };
        if (hasFailed)
        {
            json["completed_at"] = Timestamp.Write(payment.CompletedAt!.Value);
            json["failure_code"] = payment.FailureCode;
        }

        return json;
    }

    public static JsonObject Intent(OrderDocument order, OrderPayment payment) => new()
    {
        ["payment_intent_id"] = payment.PaymentIntentId,
        ["order_id"] = order.Id,
        ["amount_money"] = order.Money(payment.Amount).ToJson(),
        ["capture_method"] = "automatic",
        ["status"] = payment.State switch
        {
            PaymentState.RequiresAction => "requires_action",
            PaymentState.Processing => "processing",
            PaymentState.Succeeded => "succeeded",
            PaymentState.Expired => "expired",
            _ => "requires_payment_method",
        },
        ["refund_status"] = RefundTotals.Refunded(order, payment) switch
        {
            0 => "none",
            var refunded => refunded < payment.Amount ? "partially_refunded" : "refunded",
        },
        ["created_at"] = Timestamp.Write(payment.StartedAt),
        ["updated_at"] = Timestamp.Write(payment.CompletedAt ?? payment.StartedAt),
        ["payment_source"] = new JsonObject { ["type"] = payment.Source, [payment.Source] = Source(payment) },
    };

    private static JsonObject Source(OrderPayment payment) => payment.Source is "card"
        ? new JsonObject { ["brand"] = payment.Brand, ["last4"] = payment.Last4 }
        : new JsonObject { ["bank_name"] = payment.Brand, ["last4"] = payment.Last4 };
}
