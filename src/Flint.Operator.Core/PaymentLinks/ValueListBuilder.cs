namespace Flint.Operator.Core.PaymentLinks;

/// <summary>Makes lists that are compared by their items.</summary>
public static class ValueListBuilder
{
    /// <summary>The items in their order.</summary>
    public static ValueList<T> Of<T>(params ReadOnlySpan<T> items) => new(items.ToArray());
}
