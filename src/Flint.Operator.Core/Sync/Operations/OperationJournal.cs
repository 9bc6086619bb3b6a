using Microsoft.Extensions.Logging;

namespace Flint.Operator.Core.Sync.Operations;

/// <summary>Writes the moves of operations: the machine decides, the store commits, the audit tells.</summary>
public sealed partial class OperationJournal(IOperatorStore store, SyncContext context, ILogger<OperationJournal> logger)
{
    // More would keep taps waiting behind the commit, fewer would not be worth it.
    private const int Together = 250;

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
        var (moved, changes) = Move(operation, happened, together, now);
        return await CommitAsync([(operation, moved)], changes, cancellationToken).ConfigureAwait(false)
            ? moved with { Revision = operation.Revision + 1 }
            : null;
    }

    /// <summary>
    /// Applies one event to many, some hundreds to a commit: a commit each would make thousands wait for the disk. False when
    /// not all of them were written; those of a commit stand or fall together.
    /// </summary>
    public async Task<bool> MoveAllAsync(IEnumerable<Operation> operations, OperationEvent happened, CancellationToken cancellationToken)
    {
        var all = true;
        foreach (var some in operations.Chunk(Together))
        {
            var now = context.Clock.Now();
            var moves = some.Select(operation => (From: operation, Move: Move(operation, happened, [], now))).ToList();
            all &= await CommitAsync([.. moves.Select(one => (one.From, one.Move.To))], moves.SelectMany(one => one.Move.Changes), cancellationToken).ConfigureAwait(false);
        }

        return all;
    }

    private (Operation To, IEnumerable<StoreChange> Changes) Move(Operation operation, OperationEvent happened, IEnumerable<StoreChange> together, Moment now)
    {
        var moved = OperationMachine.Apply(operation, happened, now, context.Options, context.Chance());
        return (moved,
        [
            .. AuditTrail.Tell([.. together, new StoreChange.UpdateOperation(moved, AuditTrail.OfMove(operation, moved, happened))], AuditTrail.Engine, now.Wall),
            .. moved.State == OperationState.Done ? [new StoreChange.ReleaseDependants(moved.Id, now.Wall)] : Array.Empty<StoreChange>(),
        ]);
    }

    private async Task<bool> CommitAsync(IReadOnlyList<(Operation From, Operation To)> moves, IEnumerable<StoreChange> changes, CancellationToken cancellationToken)
    {
        var outcome = await store.CommitAsync([.. changes, new StoreChange.SetClockHighWater(context.Clock.HighWater)], cancellationToken).ConfigureAwait(false);
        IsStuck = outcome is not (CommitOutcome.Committed or CommitOutcome.Stale);
        foreach (var (from, to) in moves)
        {
            LogMove(to.Id, from.State, to.State, outcome);
        }

        return outcome == CommitOutcome.Committed;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Operation {Id}: {From} -> {To}, {Outcome}")]
    private partial void LogMove(string id, OperationState from, OperationState to, CommitOutcome outcome);
}
