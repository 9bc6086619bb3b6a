using Flint.Operator.Api.Http;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;

namespace Flint.Operator.Api.PaymentLinks;

internal sealed record PaymentLinkDto
{
    public string? PaymentLinkId { get; init; }

    public string? Name { get; init; }

    public string? Status { get; init; }

    public string? Url { get; init; }

    public long? Version { get; init; }

    public int? CompletedCount { get; init; }

    public string? Origin { get; init; }

    public string? ExternalReferenceId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public IReadOnlyList<PaymentLinkLineDto?>? LineItems { get; init; }

    public PaymentLinkSnapshot? ToSnapshot()
    {
        if (string.IsNullOrEmpty(PaymentLinkId) || Name is null || Status is null || Url is null || Version is null || !TryReadPrice(out var price))
        {
            return null;
        }

        return new PaymentLinkSnapshot
        {
            RemoteId = PaymentLinkId,
            Reference = ExternalReferenceId,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
            Title = Name,
            AmountMoney = price,
            Line = LineItems.Present() is [var only] ? only.ToLine() : null,
            IsActive = Status == "active",
            Url = Url,
            Version = Version.Value,
            CompletedCount = CompletedCount ?? 0,
            Origin = Origin,
        };
    }

    // No price is fine (the buyer or the catalogue says it); a price in an unknown currency is not.
    private bool TryReadPrice(out Money? price)
    {
        var written = LineItems.Present() is [{ AllowUnitPriceAdjustment: not true } first, ..] ? first.UnitPriceMoney : null;
        price = written?.ToMoney();
        return written is null || price is not null;
    }
}
