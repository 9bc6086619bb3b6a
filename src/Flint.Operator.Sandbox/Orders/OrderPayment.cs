namespace Flint.Operator.Sandbox.Orders;

/// <summary>One try to pay. Of the card only brand and last digits are ever kept.</summary>
internal sealed record OrderPayment(
    string PaymentIntentId, string PaymentAttemptId, string CheckoutSessionId, long Amount, long TipAmount, string Brand,
    string Last4, PaymentState State, DateTimeOffset StartedAt)
{
    public string? FailureCode { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }
}
