using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;

namespace Flint.Operator.Testing.Stores;

/// <summary>Backups without a disk: only their times.</summary>
public sealed class InMemoryBackupStore : IBackupStore
{
    private readonly Lock _lock = new();
    private readonly List<DateTimeOffset> _taken = [];
    private readonly Queue<BackupOutcome> _failures = new();

    /// <summary>How often one was asked for, whatever became of it.</summary>
    public int Tries { get; private set; }

    /// <summary>Called at each try.</summary>
    public Action? Tried { get; set; }

    /// <summary>The next one (after those already told) comes to this and leaves nothing.</summary>
    public void FailNext(BackupOutcome outcome)
    {
        lock (_lock)
        {
            _failures.Enqueue(outcome);
        }
    }

    /// <inheritdoc />
    public Task<DateTimeOffset?> FindNewestAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<DateTimeOffset?>(_taken.Count == 0 ? null : _taken[^1]);
        }
    }

    /// <inheritdoc />
    public Task<BackupOutcome> BackUpAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            Tries++;
            Tried?.Invoke();
            if (_failures.TryDequeue(out var failure))
            {
                return Task.FromResult(failure);
            }

            // A file's name holds milliseconds, and no two backups share one.
            var stamp = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
            _taken.Add(_taken.Count > 0 && stamp <= _taken[^1] ? _taken[^1].AddMilliseconds(1) : stamp);
            return Task.FromResult(BackupOutcome.Taken);
        }
    }
}
