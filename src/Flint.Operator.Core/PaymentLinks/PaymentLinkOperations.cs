using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Looks;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.PaymentLinks;

/// <summary>What an operator can do with payment links, with or without a network.</summary>
public sealed class PaymentLinkOperations(OperationDesk desk, IPaymentLinkStore links, SecondRecords seconds)
{
    /// <summary>Saves a new link on this device; it is created at the API as soon as that can be reached.</summary>
    public async Task<SaveOutcome> CreateAsync(PaymentLinkDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        var tidy = draft.Tidy();
        if (tidy.Validate(settings.Limits) is { Count: > 0 } errors)
        {
            return new SaveOutcome.Invalid(errors);
        }

        var lid = desk.NewId();
        var operation = desk.Draw(lid, lid, new OperationIntent.CreatePaymentLink(tidy), settings.OperatorName);
        return await desk.SaveAsync(lid, settings.OperatorName, "payment link created", [
            new StoreChange.AddPaymentLink(lid, tidy, operation.CreatedAt, settings.OperatorName),
            new StoreChange.AddOperation(operation),
        ]).ConfigureAwait(false);
    }

    /// <summary>Sends a corrected link in place of a refused one: a new operation with a key and a reference of its own.</summary>
    public async Task<SaveOutcome> CorrectAsync(string operationId, PaymentLinkDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        var tidy = draft.Tidy();
        if (tidy.Validate(settings.Limits) is { Count: > 0 } errors)
        {
            return new SaveOutcome.Invalid(errors);
        }

        if (await desk.FindOursAsync(operationId, cancellationToken).ConfigureAwait(false) is not { } refused
            || desk.Move(refused, new OperationEvent.Superseded()) is not { } superseded)
        {
            return new SaveOutcome.TooLate();
        }

        var corrected = desk.Draw(refused.Aggregate, refused.Lid, new OperationIntent.CreatePaymentLink(tidy), settings.OperatorName) with { Position = refused.Position };
        return await desk.SaveAsync(refused.Lid, settings.OperatorName, "payment link corrected", [
            superseded,
            new StoreChange.EditPaymentLink(refused.Lid, tidy),
            new StoreChange.AddOperation(corrected, refused.Id),
        ]).ConfigureAwait(false);
    }

    /// <summary>
    /// Changes what a link says, with or without a network. One that was never sent is changed in place; otherwise an edit
    /// follows it, sending only what differs. What cannot be changed is for <see cref="LinkLocks"/> to say.
    /// </summary>
    public async Task<SaveOutcome> EditAsync(string lid, PaymentLinkDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        if (await links.FindAsync(lid, cancellationToken).ConfigureAwait(false) is not { CanEdit: true } link)
        {
            return new SaveOutcome.TooLate();
        }

        var tidy = draft.Tidy();
        if (LinkLocks.Check(link, tidy, settings.Limits) is { Count: > 0 } errors)
        {
            return new SaveOutcome.Invalid(errors);
        }

        if (tidy == link.Content && link.OpenEdit is not { State: OperationState.Refused })
        {
            return new SaveOutcome.Saved(lid);
        }

        return await desk.SaveAsync(lid, settings.OperatorName, "payment link changed", Edit(link, tidy, settings.OperatorName)).ConfigureAwait(false);
    }

    /// <summary>Settles a conflict. What was changed here wins, or the API's word stands in the fields that collided; other changes of the same edit are kept.</summary>
    public async Task<SaveOutcome> SettleAsync(string lid, bool mineWins, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(lid, cancellationToken).ConfigureAwait(false) is not { Snapshot: { } snapshot, OpenEdit: { State: OperationState.Conflict, Intent: OperationIntent.UpdatePaymentLink edit } conflict })
        {
            return new SaveOutcome.TooLate();
        }

        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        var theirs = PaymentLinkDraft.Of(snapshot);
        var settled = mineWins ? PaymentLinkEdit.Merge(edit, theirs) : PaymentLinkEdit.Yield(edit, theirs);
        IEnumerable<StoreChange?> changes = settled == theirs
            ? [desk.Move(conflict, new OperationEvent.Dropped())]
            : [
                desk.Move(conflict, new OperationEvent.Superseded()),
                new StoreChange.AddOperation(
                    desk.Draw(lid, lid, new OperationIntent.UpdatePaymentLink(settled, theirs), settings.OperatorName) with { Position = conflict.Position }, conflict.Id),
            ];
        return await desk.SaveAsync(lid, settings.OperatorName, mineWins ? "conflict settled for mine" : "conflict settled for theirs", changes.OfType<StoreChange>()).ConfigureAwait(false);
    }

    /// <summary>Switches a link off, so that its page stops taking payment, or on again. Waits in the outbox like everything else.</summary>
    public Task<SaveOutcome> SetActiveAsync(string lid, bool isActive, CancellationToken cancellationToken) =>
        SwitchAsync(lid, new OperationIntent.SetPaymentLinkActive(isActive), cancellationToken);

    /// <summary>Switches a link off and says on its page why; with an empty message the page keeps what it says.</summary>
    public async Task<SaveOutcome> PauseAsync(string lid, string? message, CancellationToken cancellationToken)
    {
        var said = string.IsNullOrWhiteSpace(message) ? null : message.Trim();
        return FieldChecks.OptionalText("inactiveMessage", said, DraftLimits.NoteLength).ToList() is { Count: > 0 } errors
            ? new SaveOutcome.Invalid(errors)
            : await SwitchAsync(lid, new OperationIntent.SetPaymentLinkActive(false) { InactiveMessage = said }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SaveOutcome> SwitchAsync(string lid, OperationIntent.SetPaymentLinkActive intent, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(lid, cancellationToken).ConfigureAwait(false) is not { } link)
        {
            return new SaveOutcome.TooLate();
        }

        if (intent.IsActive && await seconds.IsSecondAsync(lid, cancellationToken).ConfigureAwait(false))
        {
            return new SaveOutcome.SecondRecord();
        }

        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        var operation = desk.Draw(lid, lid, intent, settings.OperatorName, NeedsOf(link));
        return await desk.SaveAsync(lid, settings.OperatorName, intent.IsActive ? "payment link resumed" : "payment link paused", [
            new StoreChange.AddOperation(operation),
        ]).ConfigureAwait(false);
    }

    private IReadOnlyList<StoreChange> Edit(PaymentLink link, PaymentLinkDraft draft, string who)
    {
        if (link.Creation is { } creation && desk.Move(creation, new OperationEvent.Edited(new OperationIntent.CreatePaymentLink(draft))) is { } created)
        {
            return [created, new StoreChange.EditPaymentLink(link.Lid, draft)];
        }

        if (link.OpenEdit is { Intent: OperationIntent.UpdatePaymentLink before } pending && EditAgain(pending, before with { Mine = draft }, who) is { Count: > 0 } again)
        {
            // What stands behind a refused edit was laid over it on the screen, so the correction says that too.
            return pending.State == OperationState.Refused ? [.. again, .. link.Changes.Where(change => IsEditBehind(pending, change)).Select(desk.TakeBack).OfType<StoreChange>()] : again;
        }

        var intent = new OperationIntent.UpdatePaymentLink(draft, link.Content);
        return [new StoreChange.AddOperation(desk.Draw(link.Lid, link.Lid, intent, who, NeedsOf(link)))];
    }

    // An edit that was never sent is edited itself, and a refused one is corrected: neither had an effect, so the base stays
    // what it was. One that was brought back to its base has nothing left to say.
    private IReadOnlyList<StoreChange> EditAgain(Operation pending, OperationIntent.UpdatePaymentLink intent, string who)
    {
        var isRefused = pending.State == OperationState.Refused;
        if (desk.Move(pending, (isRefused, intent.Mine == intent.Base) switch
        {
            (true, true) => new OperationEvent.Dropped(),
            (true, false) => new OperationEvent.Superseded(),
            (false, true) => new OperationEvent.Cancelled(),
            _ => new OperationEvent.Edited(intent),
        }) is not { } moved)
        {
            return [];
        }

        return isRefused && intent.Mine != intent.Base
            ? [moved, new StoreChange.AddOperation(desk.Draw(pending.Aggregate, pending.Lid, intent, who) with { Position = pending.Position }, pending.Id)]
            : [moved];
    }

    private static bool IsEditBehind(Operation pending, Operation change) => change.Position > pending.Position && change.Intent is OperationIntent.UpdatePaymentLink;

    private static string[] NeedsOf(PaymentLink link) => link is { Snapshot: null, Creation: { State: not OperationState.Done } creation } ? [creation.Id] : [];
}
