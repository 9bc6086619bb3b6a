using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;

namespace Flint.Operator.Faults.Host;

/// <summary>The real store, with a failpoint on either side of each kind of commit.</summary>
internal sealed class FailpointStore(IOperatorStore inner, FailpointGate gate) : IOperatorStore
{
    public async Task<CommitOutcome> CommitAsync(IReadOnlyList<StoreChange> changes, CancellationToken cancellationToken)
    {
        var (before, after) = Around(changes);
        await gate.PassAsync(before);
        var outcome = await inner.CommitAsync(changes, cancellationToken);
        await gate.PassAsync(after);
        return outcome;
    }

    public Task<IReadOnlyList<Operation>> LoadOpenAsync(CancellationToken cancellationToken) => inner.LoadOpenAsync(cancellationToken);

    public Task<Operation?> FindOperationAsync(string id, CancellationToken cancellationToken) => inner.FindOperationAsync(id, cancellationToken);

    public Task<RemoteRecord?> FindRecordAsync(string lid, CancellationToken cancellationToken) => inner.FindRecordAsync(lid, cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> FindLidsAsync(IReadOnlyCollection<string> remoteIds, CancellationToken cancellationToken) => inner.FindLidsAsync(remoteIds, cancellationToken);

    public Task<PullCursor> LoadCursorAsync(RecordKind kind, CancellationToken cancellationToken) => inner.LoadCursorAsync(kind, cancellationToken);

    public Task<Installation> LoadInstallationAsync(CancellationToken cancellationToken) => inner.LoadInstallationAsync(cancellationToken);

    private static (Failpoint Before, Failpoint After) Around(IReadOnlyList<StoreChange> changes)
    {
        if (changes.Any(change => change is StoreChange.SetCursor))
        {
            return (Failpoint.PageBeforeCommit, Failpoint.PageAfterCommit);
        }

        if (changes.Any(change => change is StoreChange.AddOperation))
        {
            return (Failpoint.TapBeforeCommit, Failpoint.TapAfterCommit);
        }

        if (changes.Any(change => change is StoreChange.StartAttempt))
        {
            return (Failpoint.AttemptBeforeCommit, Failpoint.AttemptAfterCommit);
        }

        if (changes.Any(change => change is StoreChange.EndAttempt))
        {
            return (Failpoint.EndBeforeCommit, Failpoint.EndAfterCommit);
        }

        if (changes.Any(change => change is StoreChange.BindAccount))
        {
            return (Failpoint.BindBeforeCommit, Failpoint.BindAfterCommit);
        }

        // What moves an operation that has been looked for, and is none of the above, is the end of a look.
        return changes.Any(change => change is StoreChange.UpdateOperation { Operation: { Sent: > 0, State: OperationState.Done or OperationState.Looking } })
            ? (Failpoint.LookBeforeCommit, Failpoint.LookAfterCommit)
            : (Failpoint.None, Failpoint.None);
    }
}
