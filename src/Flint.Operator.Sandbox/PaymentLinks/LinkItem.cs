using Flint.Operator.Sandbox.Catalog;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.PaymentLinks;

/// <summary>What a link says about a variant it sells, kept beside its lines, which hold nothing but the id.</summary>
internal sealed record LinkItem(string VariantId, string ProductId, string Name, string? Description, Money UnitPrice)
{
    public required bool IsTracked { get; init; }
    public IReadOnlyList<SelectedOption> SelectedOptions { get; init; } = [];

    public static LinkItem Of(VariantDocument variant, ProductDocument product) => new(
        variant.Id, product.Id, CatalogVariants.FullName(variant, product), product.Description, new Money(variant.UnitPrice, variant.Currency))
    {
        IsTracked = variant.IsTracked,
        SelectedOptions = variant.SelectedOptions,
    };

    public bool IsForSale(SandboxState state) =>
        CatalogVariants.Find(state, VariantId) is var (variant, product) && CatalogVariants.IsForSale(variant, product);
}
