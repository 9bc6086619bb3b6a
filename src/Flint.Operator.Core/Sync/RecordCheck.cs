using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Core.Sync;

/// <summary>Whether a record from the API is the outcome of an operation.</summary>
public static class RecordCheck
{
    /// <summary>
    /// A create's record is of the right kind, has an id and echoes our reference; it is the one that is known, where one is, and
    /// a session also belongs to its own order. A change's record is the very one it was sent to.
    /// </summary>
    public static bool IsOurs(Operation operation, RemoteRecord record, WireTargets targets)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(targets);
        if (KindOf(record) != operation.Intent.Kind || record.RemoteId.Length == 0)
        {
            return false;
        }

        if (!operation.Intent.IsCreate)
        {
            return string.Equals(record.RemoteId, targets.OwnId, StringComparison.Ordinal);
        }

        return string.Equals(record.Reference, operation.Reference, StringComparison.Ordinal)
            && (targets.KnownId is null || string.Equals(record.RemoteId, targets.KnownId, StringComparison.Ordinal))
            && (record is not CheckoutSessionSnapshot session || targets.OrderId is null || session.OrderId is null || string.Equals(session.OrderId, targets.OrderId, StringComparison.Ordinal));
    }

    /// <summary>Whether a record that was read shows that a change has had its effect.</summary>
    public static bool Shows(OperationIntent intent, RemoteRecord record) => (intent, record) switch
    {
        (OperationIntent.SetPaymentLinkActive wanted, PaymentLinkSnapshot link) =>
            link.IsActive == wanted.IsActive && (wanted.InactiveMessage is null || wanted.InactiveMessage == link.Terms?.InactiveMessage),
        (OperationIntent.UpdatePaymentLink edit, PaymentLinkSnapshot link) => PaymentLinkEdit.Merge(edit, PaymentLinkDraft.Of(link)) == PaymentLinkDraft.Of(link),
        (OperationIntent.CloseOrder, OrderSnapshot order) => order.Status != "open",
        (OperationIntent.CloseCheckoutSession, CheckoutSessionSnapshot session) => session.Status != "open",
        _ => false,
    };

    /// <summary>The kind of a record.</summary>
    public static RecordKind KindOf(RemoteRecord record) => record switch
    {
        PaymentLinkSnapshot => RecordKind.PaymentLink,
        OrderSnapshot => RecordKind.Order,
        CheckoutSessionSnapshot => RecordKind.CheckoutSession,
        _ => throw new ArgumentOutOfRangeException(nameof(record), record.GetType(), "Not a kind that operations make."),
    };
}
