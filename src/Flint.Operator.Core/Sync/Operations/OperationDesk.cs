using Flint.Operator.Core.Settings;

namespace Flint.Operator.Core.Sync.Operations;

/// <summary>Where a tap becomes durable: it stamps new operations with who, when and which key, commits them with their record in one transaction, and wakes sync.</summary>
public sealed class OperationDesk(IOperatorStore store, ISettingsStore settings, LocalIds ids, SyncContext context, SyncSignal signal)
{
    /// <summary>The settings in force.</summary>
    public Task<OperatorSettings> SettingsAsync(CancellationToken cancellationToken) => settings.LoadAsync(cancellationToken);

    /// <summary>The wall clock of this device, UTC.</summary>
    public DateTimeOffset Now => context.Clock.Now().Wall;

    /// <summary>A new local id.</summary>
    public string NewId() => ids.Next();

    /// <summary>
    /// An operation of the account that this device serves, or of none yet; null otherwise. What takes the place of another
    /// account's operation would be sent to this one.
    /// </summary>
    public async Task<Operation?> FindOursAsync(string operationId, CancellationToken cancellationToken) =>
        await store.FindOperationAsync(operationId, cancellationToken).ConfigureAwait(false) is { } operation
        && (operation.Account is null || operation.Account == (await store.LoadInstallationAsync(cancellationToken).ConfigureAwait(false)).Account)
            ? operation
            : null;

    /// <summary>A new operation, not yet written.</summary>
    public Operation Draw(string aggregate, string lid, OperationIntent intent, string operatorName, IReadOnlyList<string>? needs = null)
    {
        var now = context.Clock.Now();
        return new Operation
        {
            Id = ids.Next(),
            Position = 0,
            Aggregate = aggregate,
            Lid = lid,
            Intent = intent,
            State = needs is { Count: > 0 } ? OperationState.Waiting : OperationState.Ready,
            Needs = needs ?? [],
            CreatedAt = now.Wall,
            OperatorName = operatorName,
            KeyBorn = now,
        };
    }

    /// <summary>Commits a tap and wakes sync. Not cancellable: once the operator has tapped, it is written or refused.</summary>
    /// <param name="lid">The record the tap is about.</param>
    /// <param name="who">The operator.</param>
    /// <param name="what">The line for the audit; never personal data.</param>
    /// <param name="changes">What to write.</param>
    public async Task<SaveOutcome> SaveAsync(string lid, string who, string what, IEnumerable<StoreChange> changes)
    {
        var now = context.Clock.Now().Wall;
        StoreChange[] all =
        [
            .. AuditTrail.Tell(changes, who, now),
            new StoreChange.SetClockHighWater(context.Clock.HighWater),
            new StoreChange.Audit(now, null, who, $"{what} {lid}"),
        ];
        var outcome = await store.CommitTapAsync(all).ConfigureAwait(false);
        signal.Prompt();
        return outcome switch
        {
            CommitOutcome.Committed => new SaveOutcome.Saved(lid),
            CommitOutcome.Stale => new SaveOutcome.TooLate(),
            _ => new SaveOutcome.NotSaved(outcome),
        };
    }

    /// <summary>An operation after a person's event, as a change to commit; null when the event is no longer possible.</summary>
    public StoreChange? Move(Operation operation, OperationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return OperationMachine.TryApply(operation, happened, context.Clock.Now(), context.Options, 0) is { } moved
            ? new StoreChange.UpdateOperation(moved, AuditTrail.OfMove(operation, moved, happened))
            : null;
    }

    /// <summary>Lets a held operation go on, by a look first; what it needs may have been done while it was held. Empty when it is not held any more.</summary>
    public IReadOnlyList<StoreChange> Confirm(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return Move(operation, new OperationEvent.Confirmed()) is { } confirmed
            ? [confirmed, .. operation.Needs.Select(need => new StoreChange.ReleaseDependants(need, context.Clock.Now().Wall))]
            : [];
    }

    /// <summary>Takes back what can no longer happen: cancelled where nothing of it was ever sent, given up where nobody knows. Null when neither is possible.</summary>
    public StoreChange? TakeBack(Operation operation) => Move(operation, new OperationEvent.Cancelled()) ?? Move(operation, new OperationEvent.Dropped());

    /// <summary>What waits for an operation, and what waits for that: none of it can happen once a person has taken it back.</summary>
    public async Task<IReadOnlyList<Operation>> DependantsAsync(Operation operation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var gone = new HashSet<string>(StringComparer.Ordinal) { operation.Id };
        var dependants = new List<Operation>();

        // In line order what waits stands behind what it waits for.
        foreach (var other in await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false))
        {
            if (other.Needs.Any(gone.Contains))
            {
                gone.Add(other.Id);
                dependants.Add(other);
            }
        }

        return dependants;
    }
}
