namespace Flint.Operator.Sandbox.Orders;

/// <summary>What of a refund belongs to one line. The quantity is 0 where only an amount was named.</summary>
internal sealed record RefundedLine(string OrderLineItemId, long Amount, long Quantity);
