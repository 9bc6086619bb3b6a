using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.Checkouts;

/// <summary>An order as the API last told it.</summary>
public sealed record OrderSnapshot : RemoteRecord
{
    /// <summary>The short number for people; <c>order_number</c>.</summary>
    public string? Number { get; init; }

    /// <summary>Where it was made, set by the server: <c>api</c>, <c>payment_link</c>, …</summary>
    public string? Origin { get; init; }

    /// <summary>Workflow: <c>open</c> or <c>closed</c>. Unknown words are kept as they came.</summary>
    public required string Status { get; init; }

    /// <summary>Settled money: <c>unpaid</c>, <c>partially_paid</c>, <c>paid</c>.</summary>
    public required string PaymentStatus { get; init; }

    /// <summary>The lines as the API holds them.</summary>
    public required IReadOnlyList<LineItem> LineItems { get; init; }

    /// <summary>What was agreed; <c>pricing_amounts.total_money</c>. This replaces our estimate.</summary>
    public required Money TotalMoney { get; init; }

    /// <summary><c>pricing_amounts.discount_money</c>; null in a copy that was stored before it was read.</summary>
    public Money? DiscountMoney { get; init; }

    /// <summary><c>pricing_amounts.requested_tip_money</c>.</summary>
    public required Money TipMoney { get; init; }

    /// <summary>What has been paid; <c>settlement_amounts.paid_money</c>.</summary>
    public required Money PaidMoney { get; init; }

    /// <summary>The balance due; <c>settlement_amounts.outstanding_money</c>.</summary>
    public required Money OutstandingMoney { get; init; }
}
