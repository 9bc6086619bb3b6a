namespace Flint.Operator.Core.Sync.Backups;

/// <summary>What the store has to tell about itself in this run. Told when the database is opened, seldom later.</summary>
public sealed class StoreNotices
{
    private readonly Lock _lock = new();
    private readonly List<StoreNotice> _told = [];
    private readonly List<Action<StoreNotice>> _handlers = [];

    /// <summary>Everything told so far, oldest first.</summary>
    public IReadOnlyList<StoreNotice> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _told];
            }
        }
    }

    /// <summary>Whether nothing may be changed or sent in this run.</summary>
    public bool IsReadOnly => All.OfType<StoreNotice.NewerSchema>().Any();

    /// <summary>Adds a notice and calls everyone who subscribed; the same one is told once.</summary>
    public void Tell(StoreNotice notice)
    {
        Action<StoreNotice>[] handlers;
        lock (_lock)
        {
            if (_told.Contains(notice))
            {
                return;
            }

            _told.Add(notice);
            handlers = [.. _handlers];
        }

        foreach (var handler in handlers)
        {
            handler(notice);
        }
    }

    /// <summary>Calls <paramref name="handler"/> with each later notice, on any thread, until the subscription is disposed.</summary>
    public IDisposable Subscribe(Action<StoreNotice> handler)
    {
        lock (_lock)
        {
            _handlers.Add(handler);
        }

        return new Subscription(this, handler);
    }

    private sealed class Subscription(StoreNotices notices, Action<StoreNotice> handler) : IDisposable
    {
        public void Dispose()
        {
            lock (notices._lock)
            {
                notices._handlers.Remove(handler);
            }
        }
    }
}
