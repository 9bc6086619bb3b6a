namespace Flint.Operator.Core.Sync;

/// <summary>Whether somebody has the app in front of them; until a head has said otherwise, somebody has.</summary>
public sealed class Presence(TimeProvider time, SyncSignal signal)
{
    private readonly Lock _lock = new();
    private int _screens;
    private long? _leftAt;

    /// <summary>How long nobody has looked; zero while somebody does.</summary>
    public TimeSpan Away
    {
        get
        {
            lock (_lock)
            {
                return _leftAt is { } at ? time.GetElapsedTime(at) : TimeSpan.Zero;
            }
        }
    }

    /// <summary>A screen came to the front. Whoever comes back wants to see what is so now.</summary>
    public void Came()
    {
        lock (_lock)
        {
            _screens++;
            _leftAt = null;
        }

        signal.Prompt();
    }

    /// <summary>A screen that came is gone, or in the background.</summary>
    public void Left()
    {
        lock (_lock)
        {
            _screens--;
            _leftAt = _screens <= 0 ? time.GetTimestamp() : null;
        }
    }
}
