using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Catalog;

internal static class VariantWire
{
    public static JsonObject Write(VariantDocument variant, ProductDocument product, string merchantId)
    {
        var json = new JsonObject
        {
            ["variant_id"] = variant.Id,
            ["product_id"] = variant.ProductId,
            ["merchant_id"] = merchantId,
            ["sku"] = variant.Sku,
            ["external_reference_id"] = variant.ExternalReferenceId,
            ["unit_price_money"] = new Money(variant.UnitPrice, variant.Currency).ToJson(),
            ["status"] = variant.Status,
            ["available_for_sale"] = CatalogVariants.IsForSale(variant, product),
            ["inventory_tracking"] = variant.IsTracked ? "tracked" : "not_tracked",
            ["position"] = variant.Position,
            ["taxable"] = true,
            ["line_item_tax_category"] = variant.TaxCategory,
            ["selected_options"] = SelectedOption.Write(variant.SelectedOptions),
            ["images"] = new JsonArray(),
            ["effective_images"] = new JsonArray(),
            ["images_inherited"] = true,
            ["modifier_set_id"] = null,
            ["delivery_configuration_status"] = variant.DeliveryConfigurationStatus,
            ["metadata"] = new JsonObject(),
            ["version"] = 1,
            ["created_at"] = Timestamp.Write(variant.CreatedAt),
            ["updated_at"] = Timestamp.Write(variant.UpdatedAt),
        };
        Put(json, "name", variant.Name);
        Put(json, "barcode", variant.Barcode);
        Put(json, "inventory_item_id", variant.InventoryItemId);
        Put(json, "delivery_profile_id", variant.DeliveryProfileId);
        if (variant.DeliveryConfigurationStatus is "action_required")
            json["delivery_configuration_reason"] = "delivery_profile_missing";
        return json;
    }

    private static void Put(JsonObject json, string name, string? value)
    {
        if (value is not null)
            json[name] = value;
    }
}
