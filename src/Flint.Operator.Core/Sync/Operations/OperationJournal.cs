using Microsoft.Extensions.Logging;

namespace Flint.Operator.Core.Sync.Operations;

/// <summary>Writes the moves of operations: the machine decides, the store commits, the audit tells.</summary>
public sealed partial class OperationJournal(IOperatorStore store, SyncContext context, ILogger<OperationJournal> logger)
{
    /// <summary>Whether the last move could not be written, so that the loop does not spin on a full disk.</summary>
    public bool IsStuck { get; private set; }

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
            .. AuditTrail.Tell([.. together, new StoreChange.UpdateOperation(moved, AuditTrail.OfMove(operation, moved, happened))], AuditTrail.Engine, now.Wall),
            .. moved.State == OperationState.Done ? [new StoreChange.ReleaseDependants(moved.Id, now.Wall)] : Array.Empty<StoreChange>(),
            new StoreChange.SetClockHighWater(context.Clock.HighWater),
        ];
        var outcome = await store.CommitAsync(changes, cancellationToken).ConfigureAwait(false);
        IsStuck = outcome is not (CommitOutcome.Committed or CommitOutcome.Stale);
        LogMove(moved.Id, operation.State, moved.State, outcome);
        return outcome == CommitOutcome.Committed ? moved with { Revision = operation.Revision + 1 } : null;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Operation {Id}: {From} -> {To}, {Outcome}")]
    private partial void LogMove(string id, OperationState from, OperationState to, CommitOutcome outcome);
}
