namespace Flint.Operator.Sandbox.Orders;

internal sealed record OrderDiscount(string Id, string Name, long Amount, string DiscountClass, bool IsCanceled);
