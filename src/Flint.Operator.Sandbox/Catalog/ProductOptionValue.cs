namespace Flint.Operator.Sandbox.Catalog;

internal sealed record ProductOptionValue(string Id, string Value, int Position);
