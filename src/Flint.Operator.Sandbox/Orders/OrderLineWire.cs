using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Orders;

internal static class OrderLineWire
{
    public static JsonObject Write(OrderDocument order, OrderTotals totals, OrderLine line, int index)
    {
        var json = new JsonObject
        {
            ["order_line_item_id"] = line.Id,
            ["name"] = line.Name,
            ["quantity"] = line.Quantity,
            ["unit_price_money"] = order.Money(line.UnitPrice).ToJson(),
            ["base_subtotal_money"] = order.Money(line.Subtotal).ToJson(),
            ["modifier_total_money"] = order.Money(0).ToJson(),
            ["subtotal_money"] = order.Money(line.Subtotal).ToJson(),
            ["discount_money"] = order.Money(totals.LineDiscounts[index]).ToJson(),
            ["tax_money"] = order.Money(totals.LineTaxes[index]).ToJson(),
            ["total_money"] = order.Money(line.Subtotal - totals.LineDiscounts[index] + totals.LineTaxes[index]).ToJson(),
            ["refunded_money"] = order.Money(0).ToJson(),
            ["refunded_quantity"] = 0,
            ["version"] = line.Version,
        };
        if (line.Description is not null)
            json["description"] = line.Description;
        if (line.Metadata is not null)
            json["metadata"] = line.Metadata.DeepClone();
        if (line.Tax is not null)
            json["tax"] = line.Tax.DeepClone();
        return json;
    }
}
