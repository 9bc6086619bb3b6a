namespace Flint.Operator.Core.Sync;

/// <summary>
/// A point in time as three clocks saw it. No single one can be trusted: the wall clock jumps, the server's is known only
/// after it answered, the monotonic one ends with the run and stops while the machine sleeps.
/// </summary>
/// <param name="Wall">The device's clock, UTC.</param>
/// <param name="Server">The API's clock by its <c>Date</c> header, UTC; null while it has not answered.</param>
/// <param name="Monotonic">Time since <paramref name="Run"/> began.</param>
/// <param name="Run">Which run of the app <paramref name="Monotonic"/> belongs to.</param>
/// <param name="WallIsBehind">The wall clock stands below the highest it ever showed: it was set back.</param>
public sealed record Moment(DateTimeOffset Wall, DateTimeOffset? Server, TimeSpan Monotonic, string Run, bool WallIsBehind = false)
{
    /// <summary>The most that may have passed since <paramref name="earlier"/>: what a key's age is judged by.</summary>
    public TimeSpan AtMostSince(Moment earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var age = Max(Wall - earlier.Wall, TimeSpan.Zero);

        // Where the server's clock was not known then, the device's stands in for it: it may have been set back since.
        if (Server - (earlier.Server ?? earlier.Wall) is { } byServer)
        {
            age = Max(age, byServer);
        }

        return SameRun(earlier) ? Max(age, Monotonic - earlier.Monotonic) : age;
    }

    /// <summary>
    /// The least that has surely passed since <paramref name="earlier"/>: what quiet time is judged by. The wall clock has no say:
    /// somebody may have set it forward. Nothing is sure of a moment of another run that the server's clock did not see.
    /// </summary>
    public TimeSpan AtLeastSince(Moment earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var age = SameRun(earlier) ? Monotonic - earlier.Monotonic : (Server - earlier.Server) ?? TimeSpan.Zero;
        return Max(age, TimeSpan.Zero);
    }

    /// <summary>This moment with the server's clock, now that <paramref name="later"/> in the same run knows it.</summary>
    public Moment SeenBy(Moment later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return Server is null && SameRun(later) && later.Server is { } server ? this with { Server = server - (later.Monotonic - Monotonic) } : this;
    }

    /// <summary>The moment that long before this one, by all its clocks.</summary>
    public Moment Before(TimeSpan span) => this with { Wall = Wall - span, Server = Server - span, Monotonic = Monotonic - span };

    /// <summary>Whether both were stamped in the same run, so that the monotonic clock joins them.</summary>
    public bool SameRun(Moment other) => other is not null && string.Equals(Run, other.Run, StringComparison.Ordinal);

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
