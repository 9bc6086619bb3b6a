using Flint.Operator.Core.Checkouts;

namespace Flint.Operator.Api.CheckoutSessions;

internal sealed record CheckoutSessionDto
{
    public string? CheckoutSessionId { get; init; }

    public string? OrderId { get; init; }

    public string? Status { get; init; }

    public string? TerminalReason { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public string? PaymentLinkId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public string? ExternalReferenceId { get; init; }

    public PaymentAttemptDto? ActivePaymentAttempt { get; init; }

    public bool? RecoveryMode { get; init; }

    public CheckoutSessionSnapshot? ToSnapshot() => string.IsNullOrEmpty(CheckoutSessionId) || Status is null ? null : new CheckoutSessionSnapshot
    {
        RemoteId = CheckoutSessionId,
        Reference = ExternalReferenceId,
        PaymentLinkId = PaymentLinkId,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        OrderId = OrderId,
        Status = Status,
        TerminalReason = TerminalReason,
        Url = string.IsNullOrEmpty(Url) ? null : Url,
        ExpiresAt = ExpiresAt,
        PaymentAttemptStatus = ActivePaymentAttempt?.Status,
        RecoveryMode = RecoveryMode == true,
    };
}

internal sealed record PaymentAttemptDto
{
    public string? Status { get; init; }
}
