using Flint.Operator.Core.Account;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Testing.Stores;

internal sealed record StoredRecord
{
    public required long Order { get; init; }

    public required string Lid { get; init; }

    public required RecordKind Kind { get; init; }

    public string? ParentLid { get; init; }

    public PaymentLinkDraft? LinkDraft { get; init; }

    public CheckoutDraft? CheckoutDraft { get; init; }

    public RemoteRecord? Snapshot { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string OperatorName { get; init; }

    public AccountIdentity? Account { get; init; }

    public string? CreatedBy { get; init; }

    public static StoredRecord Of(StoreChange.AddRemote add) => new()
    {
        Order = 0,
        Lid = add.Lid,
        Kind = RecordCheck.KindOf(add.Record),
        ParentLid = add.Record is CheckoutSessionSnapshot ? add.OrderLid ?? throw new InvalidOperationException($"Session {add.Lid} names no order.") : null,
        LinkDraft = add.Record is PaymentLinkSnapshot link ? PaymentLinkDraft.Of(link) : null,
        CheckoutDraft = add.Record is OrderSnapshot order ? Core.Checkouts.CheckoutDraft.Of(order) : null,
        CreatedAt = add.Record.CreatedAt ?? add.Record.UpdatedAt ?? add.SeenAt,
        OperatorName = "",
    };

    public PaymentLink ToLink(StoreState state) => new()
    {
        Changes = [.. state.Open.Where(o => o.Lid == Lid && o.Intent is OperationIntent.UpdatePaymentLink or OperationIntent.SetPaymentLinkActive)],
        Lid = Lid,
        Draft = LinkDraft!,
        Snapshot = (PaymentLinkSnapshot?)Snapshot,
        SeenAt = SeenAt,
        CreatedAt = CreatedAt,
        OperatorName = OperatorName,
        Creation = state.CreationOf(this),
        IsSecond = IsSecond(state),
    };

    public Checkout ToCheckout(StoreState state) => new(
        new Order
        {
            Lid = Lid,
            Draft = CheckoutDraft!,
            Snapshot = (OrderSnapshot?)Snapshot,
            SeenAt = SeenAt,
            CreatedAt = CreatedAt,
            OperatorName = OperatorName,
            Creation = state.CreationOf(this),
            IsSecond = IsSecond(state),
        },
        [.. state.Records.Values.Where(r => r.ParentLid == Lid).OrderBy(r => r.Order).Select(r => r.ToSession(state))]);

    private CheckoutSession ToSession(StoreState state) => new()
    {
        Lid = Lid,
        Snapshot = (CheckoutSessionSnapshot?)Snapshot,
        SeenAt = SeenAt,
        CreatedAt = CreatedAt,
        Creation = state.CreationOf(this),
        IsSecond = IsSecond(state),
    };

    private bool IsSecond(StoreState state) => Snapshot?.Reference is { } reference
        && reference.StartsWith(Operation.ReferencePrefix, StringComparison.Ordinal)
        && state.Operations.GetValueOrDefault(reference[Operation.ReferencePrefix.Length..]) is { Intent.IsCreate: true } maker
        && maker.Lid != Lid;
}
