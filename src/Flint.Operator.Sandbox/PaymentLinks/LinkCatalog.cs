using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Catalog;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.PaymentLinks;

/// <summary>Looks up what the lines of a link take from the catalog.</summary>
internal static class LinkCatalog
{
    public static IReadOnlyList<LinkItem> Read(SandboxState state, JsonObject settings)
    {
        var items = new List<LinkItem>();
        var index = 0;
        foreach (var line in settings["line_items"]?.AsArray() ?? [])
        {
            var place = $"line_items[{index++}]";
            if (line!["bundle_id"] is not null)
                throw Problem.Invalid("VALIDATION_ERROR", "The catalog has no such bundle.", $"{place}.bundle_id");
            if (line["variant_id"]?.GetValue<string>() is { } id && items.All(item => item.VariantId != id))
                items.Add(Find(state, id, $"{place}.variant_id"));
        }

        if (items.Any(item => item.IsTracked) && settings["inventory_routing_source"] is null)
        {
            throw Problem.Invalid(
                "FIELD_REQUIRED", "What is counted in stock needs 'inventory_routing_source'.", "inventory_routing_source");
        }

        return items;
    }

    private static LinkItem Find(SandboxState state, string id, string place)
    {
        if (CatalogVariants.Find(state, id) is not var (variant, product))
            throw Problem.Invalid("VALIDATION_ERROR", "The catalog has no such variant.", place);
        return CatalogVariants.IsForSale(variant, product)
            ? LinkItem.Of(variant, product)
            : throw Problem.Invalid("VALIDATION_ERROR", $"'{CatalogVariants.FullName(variant, product)}' is not for sale.", place);
    }
}
