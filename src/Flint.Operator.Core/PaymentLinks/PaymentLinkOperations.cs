using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.PaymentLinks;

/// <summary>What an operator can do with payment links, with or without a network.</summary>
public sealed class PaymentLinkOperations(OperationDesk desk, IOperatorStore store)
{
    /// <summary>Saves a new link on this device; it is created at the API as soon as that can be reached.</summary>
    public async Task<SaveOutcome> CreateAsync(PaymentLinkDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        var tidy = draft with { Title = draft.Title.Trim() };
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
        var tidy = draft with { Title = draft.Title.Trim() };
        if (tidy.Validate(settings.Limits) is { Count: > 0 } errors)
        {
            return new SaveOutcome.Invalid(errors);
        }

        if (await store.FindOperationAsync(operationId, cancellationToken).ConfigureAwait(false) is not { } refused
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

    /// <summary>Switches a link off, so that its page stops taking payment, or on again. Waits in the outbox like everything else.</summary>
    public async Task<SaveOutcome> SetActiveAsync(string lid, bool isActive, CancellationToken cancellationToken)
    {
        var settings = await desk.SettingsAsync(cancellationToken).ConfigureAwait(false);
        var operation = desk.Draw(lid, lid, new OperationIntent.SetPaymentLinkActive(isActive), settings.OperatorName);
        return await desk.SaveAsync(lid, settings.OperatorName, isActive ? "payment link resumed" : "payment link paused", [
            new StoreChange.AddOperation(operation),
        ]).ConfigureAwait(false);
    }
}
