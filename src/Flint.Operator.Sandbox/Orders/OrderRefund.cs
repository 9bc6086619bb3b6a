namespace Flint.Operator.Sandbox.Orders;

/// <summary>Money given back, as the order remembers it: from which payments, and for which lines.</summary>
internal sealed record OrderRefund(string RefundId, long Amount, long TipAmount, RefundState State)
{
    public required IReadOnlyList<RefundPart> Parts { get; init; }
    public required IReadOnlyList<RefundedLine> Lines { get; init; }

    /// <summary>A pending refund is promised: its money cannot be given back a second time.</summary>
    public bool HoldsMoney => State != RefundState.Failed;
}
