using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.Checkouts;

/// <summary>What an operator can do with checkouts, with or without a network.</summary>
public sealed class CheckoutOperations(OperationDesk desk, IOperatorStore store, ICheckoutStore checkouts)
{
    /// <summary>Saves a charge on this device: the order, and the session that follows it. Both are created at the API as soon as that can be reached.</summary>
    public async Task<SaveOutcome> ChargeAsync(CheckoutDraft draft, CancellationToken cancellationToken)
    {
        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        var tidy = Tidy(draft);
        if (tidy.Validate(settings.Limits) is { Count: > 0 } errors)
        {
            return new SaveOutcome.Invalid(errors);
        }

        var who = settings.OperatorName;
        var (orderLid, sessionLid) = (desk.NewId(), desk.NewId());
        var order = desk.Draw(orderLid, orderLid, new OperationIntent.CreateOrder(tidy), who);
        var session = desk.Draw(orderLid, sessionLid, new OperationIntent.CreateCheckoutSession(orderLid, settings.InPersonSessionLife), who, [order.Id]);
        return await desk.SaveAsync(orderLid, who, "checkout charged", [
            new StoreChange.AddOrder(orderLid, tidy, order.CreatedAt, who),
            new StoreChange.AddCheckoutSession(sessionLid, orderLid, order.CreatedAt, who),
            new StoreChange.AddOperation(order),
            new StoreChange.AddOperation(session),
        ]).ConfigureAwait(false);
    }

    /// <summary>Sends a corrected order in place of a refused one; its session waits for the new one.</summary>
    public async Task<SaveOutcome> CorrectAsync(string operationId, CheckoutDraft draft, CancellationToken cancellationToken)
    {
        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        var tidy = Tidy(draft);
        if (tidy.Validate(settings.Limits) is { Count: > 0 } errors)
        {
            return new SaveOutcome.Invalid(errors);
        }

        if (await store.FindOperationAsync(operationId, cancellationToken).ConfigureAwait(false) is not { } refused
            || desk.Move(refused, new OperationEvent.Superseded()) is not { } superseded)
        {
            return new SaveOutcome.TooLate();
        }

        var corrected = desk.Draw(refused.Aggregate, refused.Lid, new OperationIntent.CreateOrder(tidy), settings.OperatorName) with { Position = refused.Position };
        return await desk.SaveAsync(refused.Lid, settings.OperatorName, "order corrected", [
            superseded,
            new StoreChange.EditOrder(refused.Lid, tidy),
            new StoreChange.AddOperation(corrected, refused.Id),
        ]).ConfigureAwait(false);
    }

    /// <summary>
    /// Asks for a new session of the same order. While the old one is open the new one takes its place, and the QR a buyer may
    /// already hold stops working; one that is over is left alone (contract 4.2).
    /// </summary>
    public async Task<SaveOutcome> RenewAsync(string lid, CancellationToken cancellationToken)
    {
        if (await checkouts.FindAsync(lid, cancellationToken).ConfigureAwait(false) is not { Order.Snapshot: { PaymentStatus: not "paid", Status: "open" }, Session: { Snapshot: not null } old })
        {
            return new SaveOutcome.TooLate();
        }

        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        var sessionLid = desk.NewId();
        var replaces = old.Snapshot is { Status: "open" } ? old.Lid : null;
        var intent = new OperationIntent.CreateCheckoutSession(lid, settings.InPersonSessionLife, replaces);
        var operation = desk.Draw(lid, sessionLid, intent, settings.OperatorName);
        return await desk.SaveAsync(lid, settings.OperatorName, "checkout renewed", [
            new StoreChange.AddCheckoutSession(sessionLid, lid, operation.CreatedAt, settings.OperatorName),
            new StoreChange.AddOperation(operation),
        ]).ConfigureAwait(false);
    }

    /// <summary>Ends the open session, so that its page stops taking payment. The order stays.</summary>
    public async Task<SaveOutcome> CloseAsync(string lid, CancellationToken cancellationToken)
    {
        if (await checkouts.FindAsync(lid, cancellationToken).ConfigureAwait(false) is not { Session: { Snapshot.Status: "open" } session })
        {
            return new SaveOutcome.TooLate();
        }

        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        var operation = desk.Draw(lid, session.Lid, new OperationIntent.CloseCheckoutSession(), settings.OperatorName);
        return await desk.SaveAsync(lid, settings.OperatorName, "checkout closed", [new StoreChange.AddOperation(operation)]).ConfigureAwait(false);
    }

    private static CheckoutDraft Tidy(CheckoutDraft draft) => draft with
    {
        LineItems = [.. draft.LineItems.Select(line => line with { Name = line.Name.Trim() })],
        Note = string.IsNullOrWhiteSpace(draft.Note) ? null : draft.Note.Trim(),
        CustomerReference = string.IsNullOrWhiteSpace(draft.CustomerReference) ? null : draft.CustomerReference.Trim(),
    };
}
