namespace Flint.Operator.Simulation.Time;

/// <summary>A timer in virtual time, for whatever in the engine waits by its time provider.</summary>
internal sealed class VirtualTimer : ITimer
{
    private readonly VirtualTime _time;
    private readonly Action _callback;
    private int _version;

    public VirtualTimer(VirtualTime time, Action callback, TimeSpan dueTime, TimeSpan period)
    {
        _time = time;
        _callback = callback;
        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        var version = ++_version;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            _time.After(dueTime, () => Fire(version, period));
        }

        return true;
    }

    public void Dispose() => _version++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Fire(int version, TimeSpan period)
    {
        if (version != _version)
        {
            return;
        }

        if (period > TimeSpan.Zero)
        {
            _time.After(period, () => Fire(version, period));
        }

        _callback();
    }
}
