using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;

namespace Flint.Operator.Testing.Stores;

/// <summary>
/// The store without a disk, held to the same acceptance suite as SQLite. It outlives an engine, so a test restarts the app by
/// building a new engine over the same store.
/// </summary>
public sealed class InMemoryOperatorStore(ChangeFeed feed, string installationId = "installation-1") : IOperatorStore
{
    private readonly Lock _lock = new();
    private readonly Queue<CommitOutcome> _failures = new();
    private StoreState _state = new(new Installation(installationId, null, DateTimeOffset.MinValue));

    /// <summary>A crash point: when it throws, nothing was written.</summary>
    public Action<IReadOnlyList<StoreChange>>? BeforeCommit { get; set; }

    /// <summary>A crash point: when it throws, everything was written and the caller never hears of it.</summary>
    public Action<IReadOnlyList<StoreChange>>? AfterCommit { get; set; }

    /// <summary>Every line of the audit, oldest first.</summary>
    public IReadOnlyList<StoreChange.Audit> Audit => Snapshot.Audit;

    /// <summary>Every attempt, oldest first.</summary>
    public IReadOnlyList<StoredAttempt> Attempts => Snapshot.Attempts;

    /// <summary>The file was put back from a backup.</summary>
    public void MarkRestored(DateTimeOffset at) => Write(state => state with { Installation = state.Installation with { RestoredAt = at } });

    /// <summary>Every operation, final ones too, in line order.</summary>
    public IReadOnlyList<Operation> Operations => [.. Snapshot.Operations.Values.OrderBy(o => o.Position).ThenBy(o => o.Id, StringComparer.Ordinal)];

    internal StoreState Snapshot
    {
        get
        {
            lock (_lock)
            {
                return _state;
            }
        }
    }

    /// <summary>The next commit (after those already told) comes to this and writes nothing.</summary>
    public void FailNext(CommitOutcome outcome)
    {
        lock (_lock)
        {
            _failures.Enqueue(outcome);
        }
    }

    /// <inheritdoc />
    public Task<CommitOutcome> CommitAsync(IReadOnlyList<StoreChange> changes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        BeforeCommit?.Invoke(changes);
        var outcome = Commit(changes, out var touched);
        if (outcome == CommitOutcome.Committed)
        {
            AfterCommit?.Invoke(changes);
            feed.Publish(touched!);
        }

        return Task.FromResult(outcome);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Operation>> LoadOpenAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Operation>>([.. Snapshot.Open]);

    /// <inheritdoc />
    public Task<Operation?> FindOperationAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Snapshot.Operations.GetValueOrDefault(id));

    /// <inheritdoc />
    public Task<RemoteRecord?> FindRecordAsync(string lid, CancellationToken cancellationToken) => Task.FromResult(Snapshot.Records.GetValueOrDefault(lid)?.Snapshot);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, string>> FindLidsAsync(IReadOnlyCollection<string> remoteIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(Snapshot.Records.Values
            .Where(record => record.Snapshot is { } known && remoteIds.Contains(known.RemoteId))
            .ToDictionary(record => record.Snapshot!.RemoteId, record => record.Lid, StringComparer.Ordinal));

    /// <inheritdoc />
    public Task<PullCursor> LoadCursorAsync(RecordKind kind, CancellationToken cancellationToken)
    {
        var state = Snapshot;
        return Task.FromResult(state.Cursors.GetValueOrDefault((state.Installation.Account, kind)) ?? new PullCursor(kind));
    }

    /// <inheritdoc />
    public Task<Installation> LoadInstallationAsync(CancellationToken cancellationToken) => Task.FromResult(Snapshot.Installation);

    /// <summary>The same rows in a store of their own, as if the file had been copied to another device.</summary>
    public InMemoryOperatorStore Copy(ChangeFeed to) => new(to) { _state = Snapshot };

    internal CommitOutcome Write(Func<StoreState, StoreState> change)
    {
        lock (_lock)
        {
            if (_failures.TryDequeue(out var failure))
            {
                return failure;
            }

            _state = change(_state);
        }

        feed.Publish(new HashSet<string>(StringComparer.Ordinal));
        return CommitOutcome.Committed;
    }

    private CommitOutcome Commit(IReadOnlyList<StoreChange> changes, out IReadOnlySet<string>? touched)
    {
        lock (_lock)
        {
            touched = null;
            if (_failures.TryDequeue(out var failure))
            {
                return failure;
            }

            var attempt = new CommitAttempt(_state);
            if (!attempt.Apply(changes))
            {
                return CommitOutcome.Stale;
            }

            (_state, touched) = (attempt.State, attempt.Touched);
            return CommitOutcome.Committed;
        }
    }
}
