namespace Flint.Operator.Sandbox.Orders;

/// <summary>One try to pay. Of the card or the account only its name and last digits are ever kept.</summary>
internal sealed record OrderPayment(
    string PaymentIntentId, string PaymentAttemptId, string CheckoutSessionId, long Amount, long TipAmount, string Brand,
    string Last4, PaymentState State, DateTimeOffset StartedAt)
{
    /// <summary>The word of the API for what was paid with.</summary>
    public string Source { get; init; } = "card";

    /// <summary>When the bank's answer to a debit comes; null for a card, which answers at once.</summary>
    public DateTimeOffset? SettlesAt { get; init; }

    public string? FailureCode { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }
}
