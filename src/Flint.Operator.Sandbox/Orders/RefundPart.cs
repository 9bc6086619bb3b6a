namespace Flint.Operator.Sandbox.Orders;

/// <summary>What goes back through one payment.</summary>
internal sealed record RefundPart(string PaymentIntentId, long Amount, long TipAmount);
