using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Simulation.Auditing;

namespace Flint.Operator.Simulation.Devices;

/// <summary>The rows as one run of the app reaches them: with a disk that fills up and a process that dies at any commit.</summary>
internal sealed class DeviceStore(World world, AppRun run) : IOperatorStore
{
    private readonly Device _device = run.Device;

    public Task<CommitOutcome> CommitAsync(IReadOnlyList<StoreChange> changes, CancellationToken cancellationToken)
    {
        world.Time.RequireThread();
        if (run.IsDead || DiesBefore(changes))
        {
            return Never();
        }

        if (_device.FullCommits > 0)
        {
            _device.FullCommits--;
            world.Trace?.Write($"{_device.Name} disk full at {Describe(changes)}");
            world.Auditor.CommitFailed(_device.Name, CommitOutcome.DiskFull);
            return Task.FromResult(CommitOutcome.DiskFull);
        }

        return Commit(changes, cancellationToken);
    }

    public Task<IReadOnlyList<Operation>> LoadOpenAsync(CancellationToken cancellationToken) => _device.Store.LoadOpenAsync(cancellationToken);

    public Task<Operation?> FindOperationAsync(string id, CancellationToken cancellationToken) => _device.Store.FindOperationAsync(id, cancellationToken);

    public Task<RemoteRecord?> FindRecordAsync(string lid, CancellationToken cancellationToken) => _device.Store.FindRecordAsync(lid, cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> FindLidsAsync(IReadOnlyCollection<string> remoteIds, CancellationToken cancellationToken) => _device.Store.FindLidsAsync(remoteIds, cancellationToken);

    public Task<PullCursor> LoadCursorAsync(RecordKind kind, CancellationToken cancellationToken) => _device.Store.LoadCursorAsync(kind, cancellationToken);

    public Task<Installation> LoadInstallationAsync(CancellationToken cancellationToken) => _device.Store.LoadInstallationAsync(cancellationToken);

    // A process that is gone never hears how its commit ended.
#pragma warning disable VSTHRD003 // That nobody ever completes it is what is meant.
    private static Task<CommitOutcome> Never() => new TaskCompletionSource<CommitOutcome>().Task;
#pragma warning restore VSTHRD003

    private static string Describe(IReadOnlyList<StoreChange> changes) => string.Join(", ", changes.Select(change => change switch
    {
        StoreChange.Audit audit => $"\"{audit.OperationId?[^4..]} {audit.What}\"",
        StoreChange.SetClockHighWater => "",
        _ => change.GetType().Name,
    }).Where(text => text.Length > 0));

    private Task<CommitOutcome> Commit(IReadOnlyList<StoreChange> changes, CancellationToken cancellationToken)
    {
        var before = _device.Store.Snapshot;
        var committing = _device.Store.CommitAsync(changes, cancellationToken);
        if (committing.IsCompletedSuccessfully && ReferenceEquals(before, _device.Store.Snapshot))
        {
            world.Auditor.CommitFailed(_device.Name, CommitOutcome.Stale);
            return committing;
        }

        world.Trace?.Write($"{_device.Name}{run.Number} commits {Describe(changes)}");
        world.Auditor.Committed(new CommitSeen(_device.Name, run.Number, world.Time.Now, before, _device.Store.Snapshot, changes));
        return DiesAfter(changes) ? Never() : committing;
    }

    private bool DiesBefore(IReadOnlyList<StoreChange> changes) => Dies(_device.Death switch
    {
        DeathPoint.BeforeCommit => true,
        DeathPoint.BeforeAttemptStarts => changes.Any(change => change is StoreChange.StartAttempt),
        DeathPoint.BeforeAttemptEnds => changes.Any(change => change is StoreChange.EndAttempt),
        _ => false,
    });

    private bool DiesAfter(IReadOnlyList<StoreChange> changes) => Dies(_device.Death switch
    {
        DeathPoint.AfterCommit => true,
        DeathPoint.AfterAttemptStarted => changes.Any(change => change is StoreChange.StartAttempt),
        DeathPoint.AfterAttemptEnded => changes.Any(change => change is StoreChange.EndAttempt),
        _ => false,
    });

    private bool Dies(bool now)
    {
        if (now)
        {
            _device.Kill();
        }

        return now;
    }
}
