using Flint.Operator.Core.Account;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Core.Sync.Looks;

/// <summary>One look: what a create is found by is its reference, what a change is found by is the record itself (sync.md section 6).</summary>
public sealed class RecordLook(IOperatorStore store, IOperationGateway gateway, SessionLook sessions, SecondRecords seconds, Successors successors, SyncContext context)
{
    private const string LinkChanged = "PAYMENT_LINK_CHANGED";

    /// <summary>Looks for what an operation has come to.</summary>
    public Task<LookOutcome> TakeAsync(Operation operation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Intent.IsCreate ? ByReferenceAsync(operation, cancellationToken) : ByIdAsync(operation, cancellationToken);
    }

    private async Task<LookOutcome> ByReferenceAsync(Operation operation, CancellationToken cancellationToken)
    {
        var result = await gateway.FindAsync(operation.Intent.Kind, operation.Reference, cancellationToken).ConfigureAwait(false);
        context.Hear(result, KeyRights.ToRead(operation.Intent.Kind));

        // A row without our mark says that this is the answer to another question: a portal's or a proxy's cache. It proves nothing.
        if (result is not GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded { Value: var records } || !records.All(record => RecordCheck.IsOurs(operation, record, new WireTargets())))
        {
            return LookOutcome.Failed;
        }

        // What a pull has shown to exist exists, whatever a list that is older says.
        if (await store.FindRecordAsync(operation.Lid, cancellationToken).ConfigureAwait(false) is { } known && records.All(record => record.RemoteId != known.RemoteId))
        {
            records = [known, .. records];
        }

        return (records.Count, operation.Intent) switch
        {
            (0, OperationIntent.CreateCheckoutSession intent) => await sessions.OfOrderAsync(operation, intent, cancellationToken).ConfigureAwait(false),
            (0, _) => LookOutcome.Absent,
            (1, _) => await sessions.FoundAsync(operation, records[0], cancellationToken).ConfigureAwait(false),
            _ => await seconds.SortOutAsync(operation, records, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<LookOutcome> ByIdAsync(Operation operation, CancellationToken cancellationToken)
    {
        if (await store.FindRecordAsync(operation.Lid, cancellationToken).ConfigureAwait(false) is not { } known)
        {
            return LookOutcome.Failed;
        }

        var result = await gateway.ReadAsync(operation.Intent.Kind, known.RemoteId, cancellationToken).ConfigureAwait(false);
        context.Hear(result, KeyRights.ToRead(operation.Intent.Kind));
        if (result is GatewayResult<RemoteRecord>.Answered { Problem.Status: 404 })
        {
            // Nothing can have been done to what is not there. Asked once more, the API says so to the change itself, and a person decides.
            return LookOutcome.Absent;
        }

        if (result is not GatewayResult<RemoteRecord>.Succeeded { Value: var record } || record.RemoteId != known.RemoteId)
        {
            return LookOutcome.Failed;
        }

        var put = new StoreChange.PutSnapshot(operation.Lid, record, context.Clock.Now().Wall);
        if (RecordCheck.Shows(operation.Intent, record))
        {
            return new LookOutcome(new LookFinding.Found(record), [put]);
        }

        // Somebody else changed the link meanwhile, so the version that was frozen can never be right again.
        return (operation.Intent, record, operation.Problem?.Code) switch
        {
            (OperationIntent.UpdatePaymentLink edit, PaymentLinkSnapshot link, LinkChanged) => PaymentLinkEdit.Conflicts(edit, PaymentLinkDraft.Of(link)).Count > 0
                ? new LookOutcome(new LookFinding.Conflicting(), [put])
                : new LookOutcome(new LookFinding.Overtaken(), [put, successors.OfEdit(operation, edit, link)]),
            _ => new LookOutcome(new LookFinding.Absent(), [put]),
        };
    }
}
