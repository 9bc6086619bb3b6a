namespace Flint.Operator.Simulation.Time;

/// <summary>The clocks of one device: a wall clock people can set, and a monotonic one that stops in its sleep on some devices.</summary>
internal sealed class DeviceClock(VirtualTime time, bool stopsInSleep) : TimeProvider
{
    private TimeSpan _slept;
    private TimeSpan _bootedAt;

    /// <summary>How far the wall clock is from the truth.</summary>
    public TimeSpan WallError { get; private set; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => time.TrueDate + WallError;

    public override long GetTimestamp() => (time.Now - _bootedAt - _slept).Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new VirtualTimer(time, () => callback(state), dueTime, period);

    public void SetWall(TimeSpan error) => WallError = error;

    public void SetWallTo(DateTimeOffset date) => WallError = date - time.TrueDate;

    public void Slept(TimeSpan span) => _slept += stopsInSleep ? span : TimeSpan.Zero;

    public void Reboot()
    {
        _bootedAt = time.Now;
        _slept = TimeSpan.Zero;
    }
}
