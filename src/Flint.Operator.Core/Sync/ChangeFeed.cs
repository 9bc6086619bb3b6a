namespace Flint.Operator.Core.Sync;

/// <summary>
/// Tells screens that records changed. A notice carries local ids only; whoever cares reads again. Handlers run on the thread
/// of the commit and must return at once.
/// </summary>
public sealed class ChangeFeed
{
    private readonly Lock _lock = new();
    private readonly List<Action<IReadOnlySet<string>>> _handlers = [];

    /// <summary>Calls <paramref name="handler"/> with the local ids of each commit until the subscription is disposed.</summary>
    public IDisposable Subscribe(Action<IReadOnlySet<string>> handler)
    {
        lock (_lock)
        {
            _handlers.Add(handler);
        }

        return new Subscription(this, handler);
    }

    /// <summary>Tells everyone; called by the store after COMMIT returned.</summary>
    public void Publish(IReadOnlySet<string> lids)
    {
        Action<IReadOnlySet<string>>[] handlers;
        lock (_lock)
        {
            handlers = [.. _handlers];
        }

        foreach (var handler in handlers)
        {
            handler(lids);
        }
    }

    private sealed class Subscription(ChangeFeed feed, Action<IReadOnlySet<string>> handler) : IDisposable
    {
        public void Dispose()
        {
            lock (feed._lock)
            {
                feed._handlers.Remove(handler);
            }
        }
    }
}
