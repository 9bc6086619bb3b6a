using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

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

    /// <summary>Changes that the API has not confirmed yet, in line order: they are on their way, or wait for a person.</summary>
    public IReadOnlyList<Operation> Changes { get; init; } = [];

    /// <summary>Whether it is a second record under the reference of another: never shown to be paid, whatever the API says.</summary>
    public bool IsSecond { get; init; }

    /// <summary>The edit that is not confirmed yet: the one that a person has to settle before the others can go on, else the last one.</summary>
    public Operation? OpenEdit => Edits.FirstOrDefault(edit => edit.NeedsPerson) ?? Edits.LastOrDefault();

    /// <summary>The pause or resume that is not confirmed yet.</summary>
    public Operation? OpenSwitch => Changes.LastOrDefault(change => change.Intent is OperationIntent.SetPaymentLinkActive);

    /// <summary>
    /// Whether it can be changed now. Not while its creation or an earlier change waits for a person, who settles that first; but
    /// a change that the API refused can be corrected.
    /// </summary>
    public bool CanEdit =>
        (Snapshot is not null || Creation is { IsFinal: false, NeedsPerson: false }) && OpenEdit is null or { NeedsPerson: false } or { State: OperationState.Refused };

    /// <summary>Whether a new link can start as this one: not where this app does not know all of it, since a copy would be less than it looks.</summary>
    public bool CanCopy => LinkLocks.Of(this) is { Price: false, Terms: false, Questions: false };

    /// <summary>Whether its page takes nobody any more because its limit of purchases is reached.</summary>
    public bool IsSoldOut => Snapshot is { Terms.MaximumCompletions: { } most, CompletedCount: var done } && done >= most;

    /// <summary>Whether it was asked to stop taking payment and nothing stands against that: it is not shown any more, whatever the API still says.</summary>
    public bool IsBeingPaused => OpenSwitch is { NeedsPerson: false, Intent: OperationIntent.SetPaymentLinkActive { IsActive: false } };

    /// <summary>What the link says: what the API told last, with what was changed here laid over it.</summary>
    public PaymentLinkDraft Content => Edits.Select(edit => edit.Intent).OfType<OperationIntent.UpdatePaymentLink>().Aggregate(Told, (told, edit) => PaymentLinkEdit.Merge(edit, told));

    private IEnumerable<Operation> Edits => Changes.Where(change => change.Intent is OperationIntent.UpdatePaymentLink);

    /// <summary>What the API told last, or what was entered here while it has told nothing.</summary>
    public PaymentLinkDraft Told => Snapshot is null ? Draft : PaymentLinkDraft.Of(Snapshot);

    /// <summary>The buyer-facing title.</summary>
    public string Title => Content.Title;

    /// <summary>The price, null when the buyer chooses it.</summary>
    public Money? AmountMoney => Content.AmountMoney;

    /// <summary>The state word of product.md section 2.</summary>
    public RecordState State => Snapshot switch
    {
        null => RecordStates.OfCreation(Creation),
        _ when Creation is { AwaitsChoice: true } => RecordState.NeedsYou,
        _ when OpenEdit is { State: OperationState.Conflict } => RecordState.ConflictNeedsYou,
        { IsActive: false } => RecordState.Paused,
        _ when IsBeingPaused => RecordState.Paused,
        _ when IsSecond => RecordState.NeedsYou,
        _ => RecordState.Ready,
    };
}
