namespace Flint.Operator.Sandbox.Catalog;

/// <summary>What the variants of a product differ in, such as the size, with every value it takes.</summary>
internal sealed record ProductOption(string Id, string Name, int Position, IReadOnlyList<ProductOptionValue> Values);
