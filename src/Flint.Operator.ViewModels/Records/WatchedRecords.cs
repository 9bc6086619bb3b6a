using Flint.Operator.Core.Sync;

namespace Flint.Operator.ViewModels.Records;

/// <summary>Keeps the watch list in step with the rows a screen shows.</summary>
public sealed class WatchedRecords(WatchList watch) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, IDisposable> _watched = new(StringComparer.Ordinal);
    private bool _disposed;

    public void Show(IEnumerable<string> lids)
    {
        var wanted = lids.ToHashSet(StringComparer.Ordinal);
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            foreach (var gone in _watched.Keys.Where(lid => !wanted.Contains(lid)).ToList())
            {
                _watched[gone].Dispose();
                _watched.Remove(gone);
            }

            foreach (var lid in wanted.Where(lid => !_watched.ContainsKey(lid)))
            {
                _watched[lid] = watch.Watch(lid);
            }
        }
    }

    public void Dispose()
    {
        Show([]);
        lock (_lock)
        {
            _disposed = true;
        }
    }
}
