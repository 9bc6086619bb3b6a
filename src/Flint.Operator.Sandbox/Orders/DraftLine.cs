using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Catalog;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

/// <summary>A line as a request asks for it, before it is known to fit its order.</summary>
internal sealed record DraftLine(OrderLine Line, string Currency, string CurrencyParam)
{
    public static IReadOnlyList<DraftLine> ReadAll(SandboxState state, JsonArray lines, JsonObject? routing) =>
        [.. lines.Select((line, index) => Read(state, line!, $"line_items[{index}]", routing))];

    /// <summary>A variant as it is sold now. A caller that counts its stock must say where it is taken from.</summary>
    public static OrderLine FromVariant(SandboxState state, VariantDocument variant, ProductDocument product, long quantity) => new(
        Ids.New("li", state.Now), CatalogVariants.FullName(variant, product), quantity, variant.UnitPrice)
    {
        Description = product.Description,
        Tax = new JsonObject { ["taxable"] = true, ["line_item_tax_category"] = variant.TaxCategory },
        Source = CatalogSource.Of(variant, product),
        NeedsFulfillment = product.ProductType is "physical",
        InventoryDemands = variant.InventoryItemId is null
            ? null
            : new JsonArray(new JsonObject { ["inventory_item_id"] = variant.InventoryItemId, ["quantity_per_line_item_unit"] = 1 }),
    };

    private static DraftLine Read(SandboxState state, JsonNode line, string place, JsonObject? routing)
    {
        if (line["bundle_id"] is not null)
            throw Problem.Invalid("VALIDATION_ERROR", "The catalog has no such bundle.", $"{place}.bundle_id");
        LineModifiers.CheckNone(line, $"{place}.");
        return line["variant_id"]?.GetValue<string>() is { } variantId
            ? FromCatalog(state, line, place, variantId, routing)
            : OwnLine(state, line, place);
    }

    private static DraftLine FromCatalog(SandboxState state, JsonNode line, string place, string variantId, JsonObject? routing)
    {
        var param = $"{place}.variant_id";
        if (CatalogVariants.Find(state, variantId) is not var (variant, product))
            throw Problem.Invalid("VALIDATION_ERROR", "The catalog has no such variant.", param);
        if (!CatalogVariants.IsForSale(variant, product))
            throw Problem.Invalid("VALIDATION_ERROR", $"'{CatalogVariants.FullName(variant, product)}' is not for sale.", param);
        if (variant.IsTracked && routing is null)
        {
            throw Problem.Invalid(
                "FIELD_REQUIRED", $"'{product.Name}' is counted in stock: the order needs 'inventory_routing_source'.", "inventory_routing_source");
        }

        var taken = FromVariant(state, variant, product, Quantity(line)) with { Metadata = Copy(line, "metadata") };
        return new DraftLine(taken, variant.Currency, param);
    }

    private static DraftLine OwnLine(SandboxState state, JsonNode line, string place)
    {
        var price = Money.Read(line["unit_price_money"]!);
        var own = new OrderLine(Ids.New("li", state.Now), line["name"]!.GetValue<string>(), Quantity(line), price.Amount)
        {
            Description = line["description"]?.GetValue<string>(),
            Metadata = Copy(line, "metadata"),
            Tax = Copy(line, "tax"),
            Image = Copy(line, "image"),
            InventoryDemands = line["inventory_demands"]?.DeepClone().AsArray(),
            NeedsFulfillment = line["fulfillment"]?["requirement"]?.GetValue<string>() is "required",
        };
        return new DraftLine(own, price.Currency, $"{place}.unit_price_money.currency");
    }

    private static long Quantity(JsonNode line) => line["quantity"]?.GetValue<long>() ?? 1;

    private static JsonObject? Copy(JsonNode line, string name) => line[name]?.DeepClone().AsObject();
}
