using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Looks;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Outbox;

/// <summary>What a person can do about operations that wait. Code never drops one; each of these leaves the row and a line in the audit.</summary>
public sealed class OutboxOperations(OperationDesk desk, IOperatorStore store, SecondRecords seconds)
{
    /// <summary>Tries an operation now, whatever wait was set.</summary>
    public Task<SaveOutcome> SendNowAsync(string operationId, CancellationToken cancellationToken) =>
        MoveAllAsync(operationId, "send now", Each(new OperationEvent.Hurried()), cancellationToken);

    /// <summary>
    /// Cancels what was never sent, together with everything of the same record that depends on it. No call is made. Taking a second
    /// record out of use cannot be cancelled.
    /// </summary>
    public Task<SaveOutcome> CancelAsync(string operationId, CancellationToken cancellationToken) =>
        GiveUpAsync(operationId, "cancelled", new OperationEvent.Cancelled(), cancellationToken);

    /// <summary>
    /// Gives up an operation that a person has to decide about; what waited for it is taken back with it. Taking a second record
    /// out of use is given up only once it is out of use, gone, or paid: then it is for a person to say.
    /// </summary>
    public Task<SaveOutcome> DiscardAsync(string operationId, CancellationToken cancellationToken) =>
        GiveUpAsync(operationId, "discarded", new OperationEvent.Dropped(), cancellationToken);

    /// <summary>Creates a stale checkout all the same.</summary>
    public Task<SaveOutcome> ReleaseAsync(string operationId, CancellationToken cancellationToken) =>
        MoveAllAsync(operationId, "released", Each(new OperationEvent.Released()), cancellationToken);

    /// <summary>Lets a held operation go on, by a look first.</summary>
    public Task<SaveOutcome> ConfirmAsync(string operationId, CancellationToken cancellationToken) =>
        MoveAllAsync(operationId, "confirmed", desk.Confirm, cancellationToken);

    /// <summary>
    /// Lets everything go on that is held for one reason, by a look first: a person has answered for all of it at once. One commit
    /// for each, so that a full disk in the middle leaves every operation either held or confirmed.
    /// </summary>
    public async Task<SaveOutcome> ConfirmAllAsync(HoldReason reason, CancellationToken cancellationToken)
    {
        var who = (await desk.SettingsAsync(cancellationToken).ConfigureAwait(false)).OperatorName;
        foreach (var held in (await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false)).Where(operation => operation.Hold == reason))
        {
            // Too late is no failure here: somebody confirmed or gave up that one meanwhile.
            if (desk.Confirm(held) is { Count: > 0 } confirmed
                && await desk.SaveAsync(held.Aggregate, who, $"operation {held.Id} confirmed with all that are {reason}, record", confirmed).ConfigureAwait(false) is SaveOutcome.NotSaved failed)
            {
                return failed;
            }
        }

        return new SaveOutcome.Saved("");
    }

    /// <summary>Turns a stale checkout into a payment link of the same title and total, to be sent to the buyer who left.</summary>
    public async Task<SaveOutcome> ConvertAsync(string operationId, CancellationToken cancellationToken)
    {
        if (await desk.FindOursAsync(operationId, cancellationToken).ConfigureAwait(false) is not { Intent: OperationIntent.CreateOrder { Draft: var draft } } stale
            || desk.Move(stale, new OperationEvent.Converted()) is not { } converted)
        {
            return new SaveOutcome.TooLate();
        }

        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        var link = new PaymentLinkDraft(draft.Title, draft.EstimatedTotal);
        var lid = desk.NewId();
        var operation = desk.Draw(lid, lid, new OperationIntent.CreatePaymentLink(link), settings.OperatorName);
        var dependants = await desk.DependantsAsync(stale, cancellationToken).ConfigureAwait(false);
        return await desk.SaveAsync(lid, settings.OperatorName, "checkout made a payment link", [
            converted,
            .. dependants.Select(desk.TakeBack).OfType<StoreChange>(),
            new StoreChange.AddPaymentLink(lid, link, operation.CreatedAt, settings.OperatorName),
            new StoreChange.AddOperation(operation),
        ]).ConfigureAwait(false);
    }

    private async Task<SaveOutcome> GiveUpAsync(string operationId, string what, OperationEvent happened, CancellationToken cancellationToken) =>
        await store.FindOperationAsync(operationId, cancellationToken).ConfigureAwait(false) is { Intent.TakesOutOfUse: true, Problem: not { Status: 404 } } change
            && await seconds.IsPayableAsync(change.Lid, cancellationToken).ConfigureAwait(false)
            ? new SaveOutcome.SecondRecord()
            : await MoveAllAsync(operationId, what, First(operationId, happened), cancellationToken).ConfigureAwait(false);

    private Func<Operation, IReadOnlyList<StoreChange>> Each(OperationEvent happened) => operation => ListOf(desk.Move(operation, happened));

    // What waited for it cannot happen any more, whatever is known of it.
    private Func<Operation, IReadOnlyList<StoreChange>> First(string operationId, OperationEvent happened) =>
        operation => ListOf(operation.Id == operationId ? desk.Move(operation, happened) : desk.TakeBack(operation));

    private static IReadOnlyList<StoreChange> ListOf(StoreChange? change) => change is null ? [] : [change];

    private async Task<SaveOutcome> MoveAllAsync(string operationId, string what, Func<Operation, IReadOnlyList<StoreChange>> move, CancellationToken cancellationToken)
    {
        if (await store.FindOperationAsync(operationId, cancellationToken).ConfigureAwait(false) is not { } operation || move(operation) is not { Count: > 0 } changes)
        {
            return new SaveOutcome.TooLate();
        }

        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        var dependants = await desk.DependantsAsync(operation, cancellationToken).ConfigureAwait(false);
        return await desk.SaveAsync(operation.Aggregate, settings.OperatorName, $"operation {operationId} {what}, record", [.. changes, .. dependants.SelectMany(move)]).ConfigureAwait(false);
    }
}
