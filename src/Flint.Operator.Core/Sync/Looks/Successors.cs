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

    /// <summary>A session in place of one whose URL is lost.</summary>
    public IReadOnlyList<StoreChange> OfLostUrl(Operation found, OperationIntent.CreateCheckoutSession intent)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(intent);
        var lid = ids.Next();
        var operation = desk.Draw(found.Aggregate, lid, intent with { ReplacesLid = found.Lid }, found.OperatorName) with { ReleasedByPerson = true };
        return [new StoreChange.AddCheckoutSession(lid, intent.OrderLid, operation.CreatedAt, found.OperatorName), new StoreChange.AddOperation(operation)];
    }

    /// <summary>Nothing takes its place: what waited for it was meant for a record that will never be.</summary>
    public async Task<IReadOnlyList<StoreChange>> OfNobodyAsync(Operation overtaken, CancellationToken cancellationToken)
    {
        var open = await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false);
        return [.. open.Where(o => o.Needs.Contains(overtaken.Id, StringComparer.Ordinal)).Select(desk.TakeBack).OfType<StoreChange>()];
    }

    private StoreChange.AddOperation InPlaceOf(Operation overtaken, OperationIntent intent) => new(
        desk.Draw(overtaken.Aggregate, overtaken.Lid, intent, overtaken.OperatorName) with
        {
            Position = overtaken.Position,
            Account = overtaken.Account,
            ReleasedByPerson = true,
            Backoff = new Pause(context.Clock.Now(), OperationMachine.BackoffFor(overtaken.Failures, context.Options, context.Chance())),
            Failures = overtaken.Failures,
        },
        overtaken.Id);
}
