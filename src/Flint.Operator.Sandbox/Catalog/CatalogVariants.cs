using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Catalog;

/// <summary>The questions other features put to the catalog.</summary>
internal static class CatalogVariants
{
    public static IReadOnlyList<VariantDocument> Of(SandboxState state, ProductDocument product) =>
        [.. state.Where<VariantDocument>($"{SandboxSchema.Field("product_id")} = ?", product.Id).OrderBy(variant => variant.Position)];

    /// <summary>The variant with the product it belongs to; null when there is none with that id.</summary>
    public static (VariantDocument Variant, ProductDocument Product)? Find(SandboxState state, string id) =>
        state.Find<VariantDocument>(id) is { } variant ? (variant, state.Find<ProductDocument>(variant.ProductId)!) : null;

    public static bool IsForSale(VariantDocument variant, ProductDocument product) => product.IsActive && variant.IsForSale;

    /// <summary>The product's name, and which one of it where there is a choice.</summary>
    public static string FullName(VariantDocument variant, ProductDocument product) =>
        variant.Name is null ? product.Name : $"{product.Name} ({variant.Name})";
}
