using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.Checkouts;

/// <summary>An order with its sessions: what an operator calls a checkout. Its local id is the order's.</summary>
/// <param name="Order">The order.</param>
/// <param name="Sessions">Its sessions, oldest first; the last one is the present one.</param>
public sealed record Checkout(Order Order, IReadOnlyList<CheckoutSession> Sessions)
{
    /// <summary>The session that counts: one that is on its way, else the open one, else the last that ever was.</summary>
    public CheckoutSession? Session =>
        Own.LastOrDefault(session => session is { Snapshot: null, Creation.IsFinal: false })
        ?? Own.LastOrDefault(session => session.Snapshot is { Status: "open" })
        ?? Own.LastOrDefault(session => session.Snapshot is not null)
        ?? Own.LastOrDefault();

    /// <summary>
    /// Whether a new session can be asked for: the order is open and not paid, and no session of it is on its way. One that is
    /// open is replaced; of one that never came about nothing is left to be replaced.
    /// </summary>
    public bool CanRenew => Order is { IsSecond: false, Snapshot: { PaymentStatus: not "paid", Status: "open" } }
        && Session is null or { Snapshot: not null } or { Creation.IsFinal: true };

    /// <summary>Whether a session is open, or on its way: an order has one at most (contract 4.2), and that one is used.</summary>
    public bool IsCollectingAt(DateTimeOffset now) => Session switch
    {
        { Snapshot: null, Creation: { } creation } => !creation.IsFinal,
        { Snapshot: { Status: "open", RecoveryMode: false } open } => open.ExpiresAt is null || open.ExpiresAt > now,
        _ => false,
    };

    /// <summary>The identity on this device: the order's.</summary>
    public string Lid => Order.Lid;

    /// <summary>The state word of product.md section 2, at a moment: a session past its end is not shown as ready, whatever was read last.</summary>
    public RecordState StateAt(DateTimeOffset now)
    {
        if (Order.Snapshot is null)
        {
            return RecordStates.OfCreation(Order.Creation);
        }

        return Order.Snapshot.PaymentStatus switch
        {
            _ when Order.Creation is { AwaitsChoice: true } => RecordState.NeedsYou,
            "paid" => RecordState.Paid,
            "partially_paid" when Session?.Snapshot is not { Status: "open" } => RecordState.PartlyPaid,
            _ when Order.IsSecond => Order.Snapshot.Status == "open" ? RecordState.NeedsYou : RecordState.Closed,
            _ => SessionState(now),
        };
    }

    private IEnumerable<CheckoutSession> Own => Sessions.Where(session => !session.IsSecond);

    private RecordState SessionState(DateTimeOffset now)
    {
        if (Session?.Snapshot is not { } snapshot)
        {
            var creation = RecordStates.OfCreation(Session?.Creation);
            return creation == RecordState.WaitingToSend ? RecordState.OrderSavedCheckoutNotYet : creation;
        }

        return snapshot.Status switch
        {
            "paid" => RecordState.Paid,
            "partially_paid" => RecordState.PartlyPaid,
            "expired" => RecordState.Expired,
            "closed" => RecordState.Closed,
            "invalidated" => RecordState.Replaced,
            "open" when snapshot.RecoveryMode || snapshot.ExpiresAt <= now => RecordState.Expired,
            "open" when snapshot.PaymentAttemptStatus is "failed" or "requires_retry" => RecordState.DeclinedBuyerCanRetry,
            "open" => RecordState.Ready,
            _ => RecordState.Checking,
        };
    }
}
