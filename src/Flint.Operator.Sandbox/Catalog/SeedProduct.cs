namespace Flint.Operator.Sandbox.Catalog;

/// <summary>A product as it is written down in the seed, before it has ids.</summary>
internal sealed record SeedProduct(string Code, string Name, string Type, ProductCategory Category, string Description)
{
    public string Status { get; init; } = "active";
    public string TaxCategory { get; init; } = "general";
    public bool IsTracked { get; init; }
    public bool HasDeliveryProfile { get; init; } = true;
    public IReadOnlyList<string> Options { get; init; } = [];
    public required IReadOnlyList<SeedVariant> Variants { get; init; }
}
