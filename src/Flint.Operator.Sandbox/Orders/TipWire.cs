using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

internal static class TipWire
{
    public static JsonObject Requested(OrderDocument order, OrderTip tip)
    {
        var json = new JsonObject();
        if (tip.Amount is { } amount)
            json["amount_money"] = order.Money(amount).ToJson();
        if (tip.Percent is { } percent)
            json["percent"] = percent;
        if (tip.Name is not null)
            json["name"] = tip.Name;
        if (tip.Description is not null)
            json["description"] = tip.Description;
        if (tip.Metadata is not null)
            json["metadata"] = tip.Metadata.DeepClone();
        return json;
    }

    public static JsonObject Write(OrderDocument order, OrderTip tip, OrderTotals totals)
    {
        var json = Requested(order, tip);
        json["order_tip_id"] = tip.Id;
        json["created_at"] = Timestamp.Write(tip.CreatedAt);
        json["effective_amount_money"] = order.Money(totals.Tip).ToJson();
        json["settled_amount_money"] = order.Money(totals.SettledTip).ToJson();
        json["refunded_money"] = order.Money(totals.RefundedTip).ToJson();
        json["status"] = Status(order, totals);
        return json;
    }

    private static string Status(OrderDocument order, OrderTotals totals) => totals switch
    {
        { SettledTip: 0 } => order.IsOpen ? "requested" : "canceled",
        { RefundedTip: 0 } => "settled",
        _ => totals.RefundedTip < totals.SettledTip ? "partially_refunded" : "refunded",
    };
}
