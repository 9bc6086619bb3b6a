namespace Flint.Operator.Faults.Host;

/// <summary>Time twenty times as fast, the same for every run that shares an epoch: waits of the engine pass in a test's time.</summary>
internal sealed class FastTime(DateTimeOffset epoch) : TimeProvider
{
    private const int Speed = 20;

    public override DateTimeOffset GetUtcNow() => epoch + ((System.GetUtcNow() - epoch) * Speed);

    public override long GetTimestamp() => System.GetTimestamp() * Speed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shortened(dueTime), Shortened(period));

    private static TimeSpan Shortened(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : span / Speed;
}
