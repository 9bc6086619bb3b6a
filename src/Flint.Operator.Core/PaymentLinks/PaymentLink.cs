using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.PaymentLinks;

/// <summary>
/// A reusable collection page: made once, its URL shared by operators, used by many buyers. This is what screens show: what
/// the operator entered here, overlaid with what the API said last.
/// </summary>
public sealed record PaymentLink
{
    /// <summary>The identity on this device, a ULID; never changes and never leaves.</summary>
    public required string Lid { get; init; }

    /// <summary>What the operator entered.</summary>
    public required PaymentLinkDraft Draft { get; init; }

    /// <summary>What the API said last, null while it does not exist there.</summary>
    public PaymentLinkSnapshot? Snapshot { get; init; }

    /// <summary>When <see cref="Snapshot"/> was read, UTC.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>When the operator saved it, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who saved it; frozen then.</summary>
    public required string OperatorName { get; init; }

    /// <summary>The operation that creates it; null for a link made elsewhere.</summary>
    public Operation? Creation { get; init; }

    /// <summary>The buyer-facing title.</summary>
    public string Title => Snapshot?.Title ?? Draft.Title;

    /// <summary>The price, null when the buyer chooses it.</summary>
    public Money? AmountMoney => Snapshot is null ? Draft.AmountMoney : Snapshot.AmountMoney;

    /// <summary>The state word of product.md section 2.</summary>
    public RecordState State => Snapshot switch
    {
        null => RecordStates.OfCreation(Creation),
        { IsActive: false } => RecordState.Paused,
        _ => RecordState.Ready,
    };
}
