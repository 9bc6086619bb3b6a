using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Faults.Tests.Stack;

/// <summary>A device's clock over true time: its wall can be set wrong, its timers and its monotonic clock cannot.</summary>
internal sealed class DeviceClock(FakeTimeProvider truth) : TimeProvider
{
    /// <summary>How far the wall is off.</summary>
    public TimeSpan Offset { get; set; }

    public override long TimestampFrequency => truth.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => truth.GetUtcNow() + Offset;

    public override long GetTimestamp() => truth.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => truth.CreateTimer(callback, state, dueTime, period);
}
