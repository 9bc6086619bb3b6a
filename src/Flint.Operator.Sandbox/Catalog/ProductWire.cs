using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Catalog;

internal static class ProductWire
{
    public static JsonObject Write(SandboxState state, ProductDocument product, string merchantId)
    {
        var variants = CatalogVariants.Of(state, product);
        return new JsonObject
        {
            ["product_id"] = product.Id,
            ["merchant_id"] = merchantId,
            ["name"] = product.Name,
            ["description"] = product.Description,
            ["external_reference_id"] = product.ExternalReferenceId,
            ["product_type"] = product.ProductType,
            ["status"] = product.Status,
            ["available_for_sale"] = variants.Any(variant => CatalogVariants.IsForSale(variant, product)),
            ["categories"] = new JsonArray(Category(product.Category)),
            ["options"] = new JsonArray([.. product.Options.Select(option => Option(product, option))]),
            ["option_count"] = product.Options.Count,
            ["variant_count"] = variants.Count,
            ["active_variant_count"] = variants.Count(variant => variant.Status is "active"),
            ["default_variant_id"] = variants[0].Id,
            ["default_variant"] = VariantWire.Write(variants[0], product, merchantId),
            ["price_range"] = Range(variants),
            ["images"] = new JsonArray(),
            ["modifier_set_id"] = null,
            ["delivery_configuration_status"] = product.DeliveryConfigurationStatus,
            ["metadata"] = new JsonObject(),
            ["version"] = 1,
            ["created_at"] = Timestamp.Write(product.CreatedAt),
            ["updated_at"] = Timestamp.Write(product.UpdatedAt),
        };
    }

    public static JsonObject Category(ProductCategory category) =>
        new() { ["category_id"] = category.Id, ["handle"] = category.Handle, ["name"] = category.Name };

    private static JsonObject Range(IReadOnlyList<VariantDocument> variants) => new()
    {
        ["min_unit_price_money"] = new Money(variants.Min(variant => variant.UnitPrice), variants[0].Currency).ToJson(),
        ["max_unit_price_money"] = new Money(variants.Max(variant => variant.UnitPrice), variants[0].Currency).ToJson(),
    };

    private static JsonObject Option(ProductDocument product, ProductOption option) => new JsonObject
    {
        ["option_id"] = option.Id,
        ["product_id"] = product.Id,
        ["name"] = option.Name,
        ["position"] = option.Position,
        ["status"] = "active",
        ["values"] = new JsonArray([.. option.Values.Select(value => new JsonObject
        {
            ["option_value_id"] = value.Id,
            ["value"] = value.Value,
            ["position"] = value.Position,
            ["status"] = "active",
        })]),
    };
}
