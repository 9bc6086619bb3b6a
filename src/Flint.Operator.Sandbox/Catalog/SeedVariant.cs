namespace Flint.Operator.Sandbox.Catalog;

/// <param name="Suffix">Ends the SKU; empty for the only variant of a product.</param>
/// <param name="Values">One value for each option of the product.</param>
internal sealed record SeedVariant(string Suffix, long UnitPrice, params string[] Values)
{
    public bool IsInStock { get; init; } = true;
    public string Status { get; init; } = "active";
    public string? Barcode { get; init; }
}
