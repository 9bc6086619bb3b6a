using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Checkouts;

/// <summary>What an operator can do with checkouts, with or without a network.</summary>
public sealed class CheckoutOperations(OperationDesk desk, ICheckoutStore checkouts)
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
        var order = desk.Draw(orderLid, orderLid, CreateOrder(tidy, settings), who);
        var session = desk.Draw(orderLid, sessionLid, CreateSession(orderLid, tidy, settings), who, [order.Id]);
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

        if (await desk.FindOursAsync(operationId, cancellationToken).ConfigureAwait(false) is not { } refused
            || desk.Move(refused, new OperationEvent.Superseded()) is not { } superseded)
        {
            return new SaveOutcome.TooLate();
        }

        var corrected = desk.Draw(refused.Aggregate, refused.Lid, CreateOrder(tidy, settings), settings.OperatorName) with { Position = refused.Position };
        return await desk.SaveAsync(refused.Lid, settings.OperatorName, "order corrected", [
            superseded,
            new StoreChange.EditOrder(refused.Lid, tidy),
            new StoreChange.AddOperation(corrected, refused.Id),
        ]).ConfigureAwait(false);
    }

    /// <summary>Changes a charge that was never sent. Afterwards it is too late: its money is agreed, and a new charge is the honest way.</summary>
    public async Task<SaveOutcome> EditAsync(string lid, CheckoutDraft draft, CancellationToken cancellationToken)
    {
        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        var tidy = Tidy(draft);
        if (tidy.Validate(settings.Limits) is { Count: > 0 } errors)
        {
            return new SaveOutcome.Invalid(errors);
        }

        if (await checkouts.FindAsync(lid, cancellationToken).ConfigureAwait(false) is not { Order.Creation: { } creation }
            || desk.Move(creation, new OperationEvent.Edited(CreateOrder(tidy, settings))) is not { } edited)
        {
            return new SaveOutcome.TooLate();
        }

        return await desk.SaveAsync(lid, settings.OperatorName, "waiting checkout changed", [edited, new StoreChange.EditOrder(lid, tidy)]).ConfigureAwait(false);
    }

    /// <summary>
    /// Asks for a new session of the same order, with or without a network. If the old one is still open when this is sent the
    /// new one takes its place, and the QR a buyer may already hold stops working; one that is over is left alone (contract 4.2).
    /// </summary>
    public async Task<SaveOutcome> RenewAsync(string lid, CancellationToken cancellationToken)
    {
        if (await checkouts.FindAsync(lid, cancellationToken).ConfigureAwait(false) is not { CanRenew: true } checkout)
        {
            return new SaveOutcome.TooLate();
        }

        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        var sessionLid = desk.NewId();
        var intent = CreateSession(lid, checkout.Order.Draft, settings) with { ReplacesLid = checkout.Session is { Snapshot: not null } old ? old.Lid : null };
        var operation = desk.Draw(lid, sessionLid, intent, settings.OperatorName);
        return await desk.SaveAsync(lid, settings.OperatorName, "checkout renewed", [
            new StoreChange.AddCheckoutSession(sessionLid, lid, operation.CreatedAt, settings.OperatorName),
            new StoreChange.AddOperation(operation),
        ]).ConfigureAwait(false);
    }

    /// <summary>
    /// Collects what is still due of an order that exists, here or elsewhere made. Where a session of it is open or on its way,
    /// that one is used and nothing is written; a QR that a buyer may hold keeps working.
    /// </summary>
    public async Task<SaveOutcome> CollectAsync(string lid, CancellationToken cancellationToken) =>
        await checkouts.FindAsync(lid, cancellationToken).ConfigureAwait(false) switch
        {
            { Order.IsDue: true } checkout when checkout.IsCollectingAt(desk.Now) => new SaveOutcome.Saved(lid),
            { Order.IsDue: true } => await RenewAsync(lid, cancellationToken).ConfigureAwait(false),
            _ => new SaveOutcome.TooLate(),
        };

    /// <summary>Ends the session, so that its page stops taking payment; the order stays. One that was never sent is cancelled, without a call.</summary>
    public async Task<SaveOutcome> CloseAsync(string lid, CancellationToken cancellationToken)
    {
        if (await checkouts.FindAsync(lid, cancellationToken).ConfigureAwait(false) is not { Session: { } session, Order: var order })
        {
            return new SaveOutcome.TooLate();
        }

        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        return session switch
        {
            { Snapshot.Status: "open" } => await AppendCloseAsync(lid, session, [], settings.OperatorName).ConfigureAwait(false),
            { Snapshot: null, Creation: { IsFinal: false } creation } => desk.Move(creation, new OperationEvent.Cancelled()) is { } cancelled
                ? await desk.SaveAsync(lid, settings.OperatorName, "checkout cancelled", [
                    cancelled, .. await CancelDependantsAsync(creation, cancellationToken).ConfigureAwait(false), .. CancelOrder(order),
                ]).ConfigureAwait(false)
                : await AppendCloseAsync(lid, session, [creation.Id], settings.OperatorName).ConfigureAwait(false),
            _ => new SaveOutcome.TooLate(),
        };
    }

    // A close that was tapped while the session was on its way waits for it, and would wait for ever.
    private async Task<IEnumerable<StoreChange>> CancelDependantsAsync(Operation creation, CancellationToken cancellationToken) =>
        (await desk.DependantsAsync(creation, cancellationToken).ConfigureAwait(false)).Select(desk.TakeBack).OfType<StoreChange>();

    private IEnumerable<StoreChange> CancelOrder(Order order) =>
        order.Creation is { } creation && desk.Move(creation, new OperationEvent.Cancelled()) is { } cancelled ? [cancelled] : [];

    private Task<SaveOutcome> AppendCloseAsync(string lid, CheckoutSession session, IReadOnlyList<string> needs, string who)
    {
        var operation = desk.Draw(lid, session.Lid, new OperationIntent.CloseCheckoutSession(), who, needs);
        return desk.SaveAsync(lid, who, "checkout closed", [new StoreChange.AddOperation(operation)]);
    }

    private static OperationIntent.CreateOrder CreateOrder(CheckoutDraft draft, OperatorSettings settings) => new(draft) { AskAfter = settings.AskAfterOf(draft) };

    private static OperationIntent.CreateCheckoutSession CreateSession(string orderLid, CheckoutDraft draft, OperatorSettings settings) =>
        new(orderLid, settings.SessionLifeOf(draft)) { AskAfter = settings.AskAfterOf(draft) };

    private static CheckoutDraft Tidy(CheckoutDraft draft) => draft with
    {
        LineItems = [.. draft.LineItems.Select(line => line with { Name = line.Name.Trim() })],
        Discount = draft.Discount is { } discount ? discount with { Name = discount.Name.Trim() } : null,
        Note = string.IsNullOrWhiteSpace(draft.Note) ? null : draft.Note.Trim(),
        CustomerReference = string.IsNullOrWhiteSpace(draft.CustomerReference) ? null : draft.CustomerReference.Trim(),
    };
}
