using Flint.Operator.Sandbox.Catalog;

namespace Flint.Operator.Sandbox.Orders;

/// <summary>Where a line was taken from, as it was at that moment: the catalog may change, a sale does not.</summary>
internal sealed record CatalogSource(string VariantId, string ProductId, string Sku, ProductCategory Category)
{
    public required bool IsTracked { get; init; }
    public required bool IsPhysical { get; init; }
    public IReadOnlyList<SelectedOption> SelectedOptions { get; init; } = [];

    public static CatalogSource Of(VariantDocument variant, ProductDocument product) =>
        new(variant.Id, product.Id, variant.Sku, product.Category)
        {
            IsTracked = variant.IsTracked,
            IsPhysical = product.ProductType is "physical",
            SelectedOptions = variant.SelectedOptions,
        };
}
