using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.Checkouts;

/// <summary>A checkout session as the API last told it.</summary>
public sealed record CheckoutSessionSnapshot : RemoteRecord
{
    /// <summary>The order it collects for.</summary>
    public string? OrderId { get; init; }

    /// <summary>The payment link it was made from, when a buyer came by one.</summary>
    public string? PaymentLinkId { get; init; }

    /// <summary><c>open</c>, <c>paid</c>, <c>partially_paid</c>, <c>expired</c>, <c>closed</c>, <c>invalidated</c>; all but <c>open</c> are final. Unknown words are kept as they came.</summary>
    public required string Status { get; init; }

    /// <summary>Why it ended, e.g. <c>superseded</c>.</summary>
    public string? TerminalReason { get; init; }

    /// <summary>
    /// The hosted page with its secret launch fragment. Only the 201 is sure to carry it; a later read may withhold it, and it
    /// cannot be rebuilt.
    /// </summary>
    public string? Url { get; init; }

    /// <summary>When it ends by itself, UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The running or last try of the buyer: <c>failed</c> means declined, and payable with another card while the session is open.</summary>
    public string? PaymentAttemptStatus { get; init; }

    /// <summary>The session is over and only finishes a running attempt: its URL must not be shown any more (contract 4.4).</summary>
    public bool RecoveryMode { get; init; }
}
