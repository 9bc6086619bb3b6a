using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Looks;

/// <summary>
/// What follows an operation that can no longer do what it was frozen to do: a new one, with a key and a reference of its own,
/// in the same place in line. A changed body never goes under an old key.
/// </summary>
public sealed class Successors(IOperatorStore store, LocalIds ids, OperationDesk desk, SyncContext context)
{
    /// <summary>The same edit over what the API says now.</summary>
    public StoreChange OfEdit(Operation overtaken, OperationIntent.UpdatePaymentLink edit, PaymentLinkSnapshot link)
    {
        var theirs = PaymentLinkDraft.Of(link);
        return InPlaceOf(overtaken, new OperationIntent.UpdatePaymentLink(PaymentLinkEdit.Merge(edit, theirs), theirs));
    }

    /// <summary>The same session, asked for again; whether it replaces another is read anew before it is sent.</summary>
    public StoreChange OfSession(Operation overtaken, OperationIntent.CreateCheckoutSession intent) => InPlaceOf(overtaken, intent);

    /// <summary>A session in place of one whose URL is lost; nothing when a person has closed that one meanwhile.</summary>
    public async Task<IReadOnlyList<StoreChange>> OfLostUrlAsync(Operation found, OperationIntent.CreateCheckoutSession intent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(intent);
        var dependants = await desk.DependantsAsync(found, cancellationToken).ConfigureAwait(false);
        if (dependants.Any(dependant => dependant.Intent is OperationIntent.CloseCheckoutSession or OperationIntent.CloseOrder))
        {
            return [];
        }

        var lid = ids.Next();
        var operation = desk.Draw(found.Aggregate, lid, intent with { ReplacesLid = found.Lid }, found.OperatorName) with { ReleasedByPerson = found.ReleasedByPerson };
        return [new StoreChange.AddCheckoutSession(lid, intent.OrderLid, operation.CreatedAt, found.OperatorName), new StoreChange.AddOperation(operation)];
    }

    /// <summary>
    /// Nothing takes its place: another record is used for it, and what waited for it was meant for a record that will never be.
    /// Only to take it out of use is meant all the same, for the one that is used.
    /// </summary>
    public async Task<IReadOnlyList<StoreChange>> OfNobodyAsync(Operation overtaken, string usedLid, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(overtaken);
        var dependants = await desk.DependantsAsync(overtaken, cancellationToken).ConfigureAwait(false);
        var close = dependants.FirstOrDefault(dependant => dependant.Lid == overtaken.Lid
            && dependant.Intent is OperationIntent.CloseCheckoutSession or OperationIntent.CloseOrder or OperationIntent.SetPaymentLinkActive { IsActive: false });
        return
        [
            .. dependants.Select(desk.TakeBack).OfType<StoreChange>(),
            .. close is null ? Array.Empty<StoreChange>() : [new StoreChange.AddOperation(desk.Draw(close.Aggregate, usedLid, close.Intent, close.OperatorName) with { Account = overtaken.Account })],
        ];
    }

    /// <summary>Whether the record of a create is on this device already, as one of somebody else's; with what is taken back then. Null when it is not.</summary>
    public async Task<IReadOnlyList<StoreChange>?> OfRecordElsewhereAsync(Operation create, RemoteRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(record);
        if (!create.Intent.IsCreate
            || !(await store.FindLidsAsync([record.RemoteId], cancellationToken).ConfigureAwait(false)).TryGetValue(record.RemoteId, out var lid)
            || lid == create.Lid)
        {
            return null;
        }

        return [new StoreChange.PutSnapshot(lid, record, context.Clock.Now().Wall), .. await OfNobodyAsync(create, lid, cancellationToken).ConfigureAwait(false)];
    }

    private StoreChange.AddOperation InPlaceOf(Operation overtaken, OperationIntent intent) => new(
        desk.Draw(overtaken.Aggregate, overtaken.Lid, intent, overtaken.OperatorName) with
        {
            Position = overtaken.Position,
            Account = overtaken.Account,
            ReleasedByPerson = overtaken.ReleasedByPerson,
            Backoff = new Pause(context.Clock.Now(), OperationMachine.BackoffFor(overtaken.Failures, context.Options, context.Chance())),
            Failures = overtaken.Failures,
        },
        overtaken.Id);
}
