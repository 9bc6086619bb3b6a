namespace Flint.Operator.Sandbox.Control;

/// <summary>The real clock, set forward or back by hand to rehearse what takes hours, for all or for one request alone.</summary>
internal sealed class SandboxClock(TimeProvider inner) : TimeProvider
{
    // Whoever answers a request reads the same clock, from its first line to the last header.
    private readonly AsyncLocal<RequestShift?> _shift = new();
    private long _offsetTicks;

    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));
        set => Interlocked.Exchange(ref _offsetTicks, value.Ticks);
    }

    public override long TimestampFrequency => inner.TimestampFrequency;

    public async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        _shift.Value = new RequestShift();
        await next(http);
    }

    /// <summary>Sets the clock of the request that runs, and of no other.</summary>
    public void ShiftRequest(TimeSpan by) => _shift.Value!.By = by;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Offset + (_shift.Value?.By ?? TimeSpan.Zero);

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);

    private sealed class RequestShift
    {
        public TimeSpan By { get; set; }
    }
}
