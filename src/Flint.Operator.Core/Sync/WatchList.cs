namespace Flint.Operator.Core.Sync;

/// <summary>
/// The records that are on a screen right now. Their buyer may be waiting: their operations go first, and their state is read
/// again every few seconds.
/// </summary>
public sealed class WatchList(SyncSignal signal)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _watchers = new(StringComparer.Ordinal);

    /// <summary>Local ids (of links, and of orders for checkouts) that somebody looks at.</summary>
    public IReadOnlyList<string> Lids
    {
        get
        {
            lock (_lock)
            {
                return [.. _watchers.Keys];
            }
        }
    }

    /// <summary>Whether somebody looks at it.</summary>
    public bool IsWatched(string lid)
    {
        lock (_lock)
        {
            return _watchers.ContainsKey(lid);
        }
    }

    /// <summary>Watches a record until the returned handle is disposed.</summary>
    public IDisposable Watch(string lid)
    {
        lock (_lock)
        {
            _watchers[lid] = _watchers.GetValueOrDefault(lid) + 1;
        }

        signal.Prompt();
        return new Watcher(this, lid);
    }

    private void Release(string lid)
    {
        lock (_lock)
        {
            if (--_watchers[lid] == 0)
            {
                _watchers.Remove(lid);
            }
        }
    }

    private sealed class Watcher(WatchList list, string lid) : IDisposable
    {
        private bool _disposed;

        public void Dispose()
        {
            if (!_disposed)
            {
                _disposed = true;
                list.Release(lid);
            }
        }
    }
}
