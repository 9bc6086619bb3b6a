using Flint.Operator.Core.Account;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;

namespace Flint.Operator.Core.Sync;

/// <summary>One change of a commit. All changes of a commit are written in one transaction, or none.</summary>
public abstract record StoreChange
{
    private StoreChange()
    {
    }

    /// <summary>A new payment link.</summary>
    public sealed record AddPaymentLink(string Lid, PaymentLinkDraft Draft, DateTimeOffset CreatedAt, string OperatorName) : StoreChange;

    /// <summary>A new order.</summary>
    public sealed record AddOrder(string Lid, CheckoutDraft Draft, DateTimeOffset CreatedAt, string OperatorName) : StoreChange;

    /// <summary>A new session of an order.</summary>
    public sealed record AddCheckoutSession(string Lid, string OrderLid, DateTimeOffset CreatedAt, string OperatorName) : StoreChange;

    /// <summary>What the operator entered for a link, corrected before it exists at the API.</summary>
    public sealed record EditPaymentLink(string Lid, PaymentLinkDraft Draft) : StoreChange;

    /// <summary>What the operator entered for an order, corrected before it exists at the API.</summary>
    public sealed record EditOrder(string Lid, CheckoutDraft Draft) : StoreChange;

    /// <summary>
    /// A new operation. A <see cref="Operation.Position"/> of 0 asks for the next place in line. With
    /// <paramref name="SupersededId"/> everything that needed that operation needs this one from now on.
    /// </summary>
    public sealed record AddOperation(Operation Operation, string? SupersededId = null) : StoreChange;

    /// <summary>
    /// An operation after a move. It is written only over the revision it was made from (<see cref="Operation.Revision"/>);
    /// otherwise the whole commit is <see cref="CommitOutcome.Stale"/>. The stored revision rises by one. <paramref name="Move"/> is
    /// what the audit says of it (<see cref="AuditTrail"/>).
    /// </summary>
    public sealed record UpdateOperation(Operation Operation, string? Move = null) : StoreChange;

    /// <summary>
    /// Every operation that waited for this one and for nothing else that is unfinished becomes ready; one with a
    /// <see cref="Operation.Doubt"/> is looked for first. The store writes a line of the audit for each. Comes after all other changes.
    /// </summary>
    public sealed record ReleaseDependants(string OperationId, DateTimeOffset At) : StoreChange;

    /// <summary>An attempt is about to leave; written before its first byte.</summary>
    public sealed record StartAttempt(string OperationId, int Number, int Generation, string RequestId, DateTimeOffset At) : StoreChange;

    /// <summary>An attempt has ended.</summary>
    public sealed record EndAttempt(string OperationId, int Number, string Outcome, int? Status, string? RequestId, DateTimeOffset At) : StoreChange;

    /// <summary>
    /// What the API said about a record. An older <see cref="RemoteRecord.UpdatedAt"/> never replaces a newer one, and a session
    /// read without its URL keeps the one it has.
    /// </summary>
    public sealed record PutSnapshot(string Lid, RemoteRecord Record, DateTimeOffset SeenAt) : StoreChange;

    /// <summary>
    /// A record of the API that was made elsewhere and is new here. <paramref name="Lid"/> carries the time the API made it, so
    /// that lists stay in order; a session also names its order, which must be there. One that came here meanwhile makes the whole
    /// commit <see cref="CommitOutcome.Stale"/>.
    /// </summary>
    public sealed record AddRemote(string Lid, RemoteRecord Record, string? OrderLid, DateTimeOffset SeenAt) : StoreChange;

    /// <summary>How far a pull has come; written together with the rows it has passed.</summary>
    public sealed record SetCursor(PullCursor Cursor) : StoreChange;

    /// <summary>The device's secret store holds the id of this database now; with <paramref name="InstallationId"/> it is a new one.</summary>
    public sealed record SealInstallation(string InstallationId) : StoreChange;

    /// <summary>Everything that was open in a restored file is held now.</summary>
    public sealed record NoteRestored : StoreChange;

    /// <summary>A line of the audit, which is only ever added to.</summary>
    public sealed record Audit(DateTimeOffset At, string? OperationId, string Who, string What) : StoreChange;

    /// <summary>This device serves this account; records and operations without one are bound to it.</summary>
    public sealed record BindAccount(AccountIdentity Account) : StoreChange;

    /// <summary>The highest the wall clock ever showed.</summary>
    public sealed record SetClockHighWater(DateTimeOffset At) : StoreChange;
}
