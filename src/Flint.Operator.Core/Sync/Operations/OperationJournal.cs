using Microsoft.Extensions.Logging;

namespace Flint.Operator.Core.Sync.Operations;

/// <summary>Writes the moves of operations: the machine decides, the store commits, the audit tells.</summary>
public sealed partial class OperationJournal(IOperatorStore store, SyncContext context, ILogger<OperationJournal> logger)
{
    /// <summary>Who the audit names for what nobody tapped.</summary>
    public const string Engine = "sync";

    /// <summary>Whether the last move could not be written, so that the loop does not spin on a full disk.</summary>
    public bool IsStuck { get; private set; }

    /// <summary>The line of the audit for a move; from all of them the present state can be told.</summary>
    public static string LineOf(Operation before, Operation after, OperationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return $"{before.State} -> {after.State} by {happened?.GetType().Name}, generation {after.Generation}, attempt {after.Attempts}";
    }

    /// <summary>
    /// Applies an event and commits it together with what belongs to it. Returns the operation as it now stands, or null when
    /// nothing was written: it had changed meanwhile, or the disk refused.
    /// </summary>
    public async Task<Operation?> MoveAsync(Operation operation, OperationEvent happened, IEnumerable<StoreChange> together, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var now = context.Clock.Now();
        var moved = OperationMachine.Apply(operation, happened, now, context.Options, context.Chance());
        StoreChange[] changes =
        [
            .. together,
            new StoreChange.UpdateOperation(moved),
            .. moved.State == OperationState.Done ? [new StoreChange.ReleaseDependants(moved.Id)] : Array.Empty<StoreChange>(),
            new StoreChange.SetClockHighWater(context.Clock.HighWater),
            new StoreChange.Audit(now.Wall, moved.Id, Engine, LineOf(operation, moved, happened)),
        ];
        var outcome = await store.CommitAsync(changes, cancellationToken).ConfigureAwait(false);
        IsStuck = outcome is not (CommitOutcome.Committed or CommitOutcome.Stale);
        LogMove(moved.Id, operation.State, moved.State, outcome);
        return outcome == CommitOutcome.Committed ? moved with { Revision = operation.Revision + 1 } : null;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Operation {Id}: {From} -> {To}, {Outcome}")]
    private partial void LogMove(string id, OperationState from, OperationState to, CommitOutcome outcome);
}
