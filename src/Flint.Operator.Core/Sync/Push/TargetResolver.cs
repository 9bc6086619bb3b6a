using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Looks;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Push;

/// <summary>
/// Finds out what a write refers to, at its first send: ids that were not known when the operator tapped, and whether the
/// session that it shall replace is still open (naming one that has ended is refused, contract 4.2).
/// </summary>
public sealed class TargetResolver(IOperatorStore store, RecordReader records)
{
    /// <summary>The targets as they are now. Bytes that are frozen already are not asked about again.</summary>
    public async Task<TargetReading> ResolveAsync(Operation operation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var own = await store.FindRecordAsync(operation.Lid, cancellationToken).ConfigureAwait(false);
        return (operation.Intent, own) switch
        {
            (OperationIntent.CreateCheckoutSession session, _) => await OfSessionAsync(operation, session, own, cancellationToken).ConfigureAwait(false),
            ({ IsCreate: true }, _) => new TargetReading.Resolved(new WireTargets(KnownId: own?.RemoteId)),
            (_, { } known) => OfChange(operation, known),
            _ => new TargetReading.Unread(),
        };
    }

    private static TargetReading OfChange(Operation operation, RemoteRecord own)
    {
        var link = own as PaymentLinkSnapshot;
        return operation is { Wire: null, Intent: OperationIntent.UpdatePaymentLink edit } && link is not null && PaymentLinkEdit.Conflicts(edit, PaymentLinkDraft.Of(link)).Count > 0
            ? new TargetReading.Conflicting()
            : new TargetReading.Resolved(new WireTargets(OwnId: own.RemoteId, Link: link));
    }

    private async Task<TargetReading> OfSessionAsync(Operation operation, OperationIntent.CreateCheckoutSession intent, RemoteRecord? own, CancellationToken cancellationToken)
    {
        if (await store.FindRecordAsync(intent.OrderLid, cancellationToken).ConfigureAwait(false) is not { } order)
        {
            return new TargetReading.Unread();
        }

        var targets = new WireTargets(OrderId: order.RemoteId, KnownId: own?.RemoteId);
        if (operation.AwaitsUrl && own is not null)
        {
            return await ToAskForUrlAsync(operation, targets, own!, cancellationToken).ConfigureAwait(false);
        }

        if (operation.Wire is not null || intent.ReplacesLid is not { } replaced
            || await store.FindRecordAsync(replaced, cancellationToken).ConfigureAwait(false) is not { } old)
        {
            return new TargetReading.Resolved(targets);
        }

        return await records.ReadAsync(replaced, RecordKind.CheckoutSession, old.RemoteId, cancellationToken).ConfigureAwait(false) switch
        {
            RecordReading.Read { Record: CheckoutSessionSnapshot { Status: "open", RecoveryMode: false } } => new TargetReading.Resolved(targets with { ReplacesSessionId = old.RemoteId }),
            RecordReading.Unread => new TargetReading.Unread(),
            _ => new TargetReading.Resolved(targets),
        };
    }

    // The list that showed it open may have been old. Asked for again after it has ended, an API that has forgotten the key would
    // make another one.
    private async Task<TargetReading> ToAskForUrlAsync(Operation operation, WireTargets targets, RemoteRecord own, CancellationToken cancellationToken) =>
        await records.ReadAsync(operation.Lid, RecordKind.CheckoutSession, own.RemoteId, cancellationToken).ConfigureAwait(false) switch
        {
            RecordReading.Unread => new TargetReading.Unread(),
            RecordReading.Read { Record: var read } when LookReading.LacksUrl(operation, read) => new TargetReading.Resolved(targets),
            RecordReading.Read { Record: var read } => new TargetReading.Settled(read),
            _ => new TargetReading.Settled(own),
        };
}
