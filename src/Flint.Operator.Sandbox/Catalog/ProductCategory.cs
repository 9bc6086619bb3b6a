namespace Flint.Operator.Sandbox.Catalog;

internal sealed record ProductCategory(string Id, string Handle, string Name);
