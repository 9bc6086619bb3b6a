using System.Globalization;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Sync;

/// <summary>One line of the outbox, with what a person can do about it.</summary>
public sealed record OutboxItem
{
    public required string OperationId { get; init; }

    public required long Position { get; init; }

    /// <summary>The record it makes or changes.</summary>
    public required string Lid { get; init; }

    public required OperationIntent Intent { get; init; }

    public required string Title { get; init; }

    public string? Amount { get; init; }

    public required RecordState State { get; init; }

    /// <summary>What it waits for, when it is <see cref="OperationState.Triage"/> or <see cref="OperationState.Held"/>, is told by this.</summary>
    public required OperationState OperationState { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string OperatorName { get; init; }

    public required int Attempts { get; init; }

    /// <summary>It failed so often that a person should know; it keeps trying slowly.</summary>
    public required bool NeedsAttention { get; init; }

    /// <summary>Why it is held.</summary>
    public HoldReason? Hold { get; init; }

    public ApiProblem? Problem { get; init; }

    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>It waits for another one, named by the order of its record.</summary>
    public bool WaitsForAnother => OperationState == OperationState.Waiting;

    /// <summary>The account it was made for, while another one is in force: only a key of that account sends it.</summary>
    public AccountIdentity? WaitsForAccount { get; init; }

    /// <summary>The right that the key lacks for it; null when it has the right, or when nothing is sent of it anyway.</summary>
    public string? WaitsForRight { get; init; }

    /// <summary>The key in force cannot send it.</summary>
    public bool IsHeldBack => WaitsForAccount is not null || WaitsForRight is not null;

    public bool CanSendNow => !IsHeldBack && OperationState is OperationState.Ready or OperationState.Unknown or OperationState.Looking;

    public required bool CanCancel { get; init; }

    /// <summary>Nothing happens to it until a person decides.</summary>
    public bool NeedsPerson => WaitsForAccount is null && (CanDiscard || CanRelease);

    /// <summary>The same field was changed here and at the API.</summary>
    public bool IsConflict => OperationState == OperationState.Conflict;

    /// <summary>It is held with everything else that was open, and for the same answer.</summary>
    public bool IsHeldTogether => WaitsForAccount is null && Hold is HoldReason.CopiedDatabase or HoldReason.RestoredBackup;

    /// <summary>It would take a second record out of use that somebody has paid.</summary>
    public bool IsOfPaidSecond => Hold == HoldReason.SecondRecord && Intent.TakesOutOfUse;

    public bool CanFix => OperationState == OperationState.Refused
        && Intent is OperationIntent.CreatePaymentLink or OperationIntent.CreateOrder or OperationIntent.UpdatePaymentLink;

    public bool CanDiscard => OperationState is OperationState.Refused or OperationState.Held or OperationState.Conflict;

    public bool CanRelease => OperationState == OperationState.Triage;

    public bool CanConvert => OperationState == OperationState.Triage && Intent is OperationIntent.CreateOrder;

    public bool CanConfirm => OperationState == OperationState.Held;

    public required string RecordHref { get; init; }

    /// <summary>What was typed in exists nowhere but here.</summary>
    public bool IsOnlyCopy => CanFix;

    public string FixHref => Intent is OperationIntent.UpdatePaymentLink
        ? Routes.EditLink(Lid)
        : $"{(Intent.Kind == RecordKind.PaymentLink ? Routes.NewLink : Routes.NewCheckout)}?fix={OperationId}";

    public string StateWord => RecordStates.Word(State);

    public static OutboxItem Of(OutboxEntry entry, SyncOptions options, KeyRights rights, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(rights);
        ArgumentNullException.ThrowIfNull(options);
        var operation = entry.Operation;
        return new OutboxItem
        {
            OperationId = operation.Id,
            Position = operation.Position,
            Lid = operation.Lid,
            Intent = operation.Intent,
            Title = entry.Title,
            Amount = entry.AmountMoney is { } money ? MoneyFormat.Format(money, CultureInfo.CurrentCulture) : null,
            State = RecordStates.Of(operation.State),
            OperationState = operation.State,
            CreatedAt = operation.CreatedAt,
            OperatorName = operation.OperatorName,
            Attempts = operation.Attempts,
            NeedsAttention = operation.Failures >= options.AttentionFailures || now - operation.CreatedAt >= options.AttentionAge,
            Hold = operation.Hold,
            Problem = operation.Problem,
            WaitsForAccount = entry.IsOfAnotherAccount ? operation.Account : null,
            WaitsForRight = entry.IsOfAnotherAccount ? null : rights.MissingFor(operation),
            LastAttemptAt = entry.LastAttempt?.StartedAt,
            // What waits for another is cancelled with that one.
            CanCancel = operation is { CanBeCancelled: true, State: not OperationState.Waiting },
            RecordHref = operation.Intent.Kind == RecordKind.PaymentLink ? Routes.Link(operation.Aggregate) : Routes.Checkout(operation.Aggregate),
        };
    }
}
