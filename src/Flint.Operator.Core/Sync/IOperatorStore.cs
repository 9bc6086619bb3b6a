using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;

namespace Flint.Operator.Core.Sync;

/// <summary>
/// The one way to write: a commit is a list of changes in one durable transaction. A tap is confirmed only after
/// <see cref="CommitOutcome.Committed"/> came back; afterwards it survives a crash and a power cut.
/// </summary>
public interface IOperatorStore
{
    /// <summary>Writes all changes or none, then tells <see cref="ChangeFeed"/> which records changed.</summary>
    Task<CommitOutcome> CommitAsync(IReadOnlyList<StoreChange> changes, CancellationToken cancellationToken);

    /// <summary>The same for a tap, which goes before everything that sync has queued: an operator waits for it. Once begun it is written or refused.</summary>
    Task<CommitOutcome> CommitTapAsync(IReadOnlyList<StoreChange> changes) => CommitAsync(changes, CancellationToken.None);

    /// <summary>Every operation that is not final, in line order.</summary>
    Task<IReadOnlyList<Operation>> LoadOpenAsync(CancellationToken cancellationToken);

    /// <summary>One operation, or null.</summary>
    Task<Operation?> FindOperationAsync(string id, CancellationToken cancellationToken);

    /// <summary>The API's copy of a record, or null while it does not exist there.</summary>
    Task<RemoteRecord?> FindRecordAsync(string lid, CancellationToken cancellationToken);

    /// <summary>The local ids of records of the API; those this device does not hold are left out.</summary>
    Task<IReadOnlyDictionary<string, string>> FindLidsAsync(IReadOnlyCollection<string> remoteIds, CancellationToken cancellationToken);

    /// <summary>How far the account's records of a kind were pulled.</summary>
    Task<PullCursor> LoadCursorAsync(RecordKind kind, CancellationToken cancellationToken);

    /// <summary>What this device knows about itself.</summary>
    Task<Installation> LoadInstallationAsync(CancellationToken cancellationToken);
}
