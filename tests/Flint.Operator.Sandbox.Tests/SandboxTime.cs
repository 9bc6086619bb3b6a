using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Sandbox.Tests;

/// <summary>A clock that stands still, and tells when something begins to wait for it.</summary>
internal sealed class SandboxTime() : FakeTimeProvider(new DateTimeOffset(2026, 9, 14, 10, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    public ValueTask<TimeSpan> SomeoneWaitsAsync() => _timers.Reader.ReadAsync();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }
}
