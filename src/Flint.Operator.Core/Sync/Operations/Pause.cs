namespace Flint.Operator.Core.Sync.Operations;

/// <summary>A wait that began at a moment. A wait from another run is over: it only ever spares the network, never protects data.</summary>
/// <param name="Since">When it began.</param>
/// <param name="For">How long.</param>
public sealed record Pause(Moment Since, TimeSpan For)
{
    /// <summary>What is left of it, never negative.</summary>
    public TimeSpan Remaining(Moment now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (!now.SameRun(Since))
        {
            return TimeSpan.Zero;
        }

        var left = For - (now.Monotonic - Since.Monotonic);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
