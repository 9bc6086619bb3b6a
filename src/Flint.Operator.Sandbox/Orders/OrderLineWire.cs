using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Catalog;

namespace Flint.Operator.Sandbox.Orders;

internal static class OrderLineWire
{
    public static JsonObject Write(OrderDocument order, OrderTotals totals, OrderLine line, int index)
    {
        var (refunded, refundedQuantity) = RefundTotals.Refunded(order, totals, index);
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
            ["total_money"] = order.Money(totals.LineTotal(order, index)).ToJson(),
            ["refunded_money"] = order.Money(refunded).ToJson(),
            ["refunded_quantity"] = refundedQuantity,
            ["version"] = line.Version,
        };
        if (line.Description is not null)
            json["description"] = line.Description;
        if (line.Metadata is not null)
            json["metadata"] = line.Metadata.DeepClone();
        if (line.Tax is not null)
            json["tax"] = line.Tax.DeepClone();
        if (line.Image is { } image)
        {
            // The hosted API knows the size of its own pictures; the sandbox keeps none and states a nominal one.
            var shown = image.DeepClone().AsObject();
            (shown["width"], shown["height"]) = (512, 512);
            json["image"] = shown;
        }

        if (line.InventoryDemands is not null)
        {
            json["inventory_snapshot"] = new JsonObject
            {
                ["demands"] = line.InventoryDemands.DeepClone(), ["inventory_tracking"] = "tracked",
            };
        }

        if (line.Source is not null)
            WriteSource(json, line.Source);
        return json;
    }

    private static void WriteSource(JsonObject json, CatalogSource source)
    {
        json["variant_id"] = source.VariantId;
        json["product_id"] = source.ProductId;
        json["sku"] = source.Sku;
        json["source_type"] = "variant";
        json["selected_options"] = SelectedOption.Write(source.SelectedOptions);
        json["categories"] = new JsonArray(ProductWire.Category(source.Category));
    }
}
