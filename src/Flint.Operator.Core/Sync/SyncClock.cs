namespace Flint.Operator.Core.Sync;

/// <summary>Stamps moments: the device's clock, the API's as last heard, and the monotonic one of this run.</summary>
public class SyncClock
{
    private readonly TimeProvider _time;
    private readonly string _run;
    private readonly long _origin;
    private readonly Lock _lock = new();
    private (DateTimeOffset Date, TimeSpan HeardAt)? _server;
    private DateTimeOffset _highWater = DateTimeOffset.MinValue;

    /// <summary>A clock for one run of the app.</summary>
    /// <param name="time">Where time comes from.</param>
    /// <param name="random">Names the run.</param>
    public SyncClock(TimeProvider time, Random random)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(random);
        _time = time;
        _origin = time.GetTimestamp();
        _run = random.NextInt64().ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Now, by all three.</summary>
    public virtual Moment Now()
    {
        var monotonic = _time.GetElapsedTime(_origin);
        var wall = _time.GetUtcNow();
        lock (_lock)
        {
            var behind = wall < _highWater;
            _highWater = behind ? _highWater : wall;
            return new Moment(wall, _server is { } heard ? heard.Date + (monotonic - heard.HeardAt) : null, monotonic, _run, behind);
        }
    }

    /// <summary>The highest the wall clock ever showed, UTC; stored so that a set-back clock is noticed after a restart too.</summary>
    public DateTimeOffset HighWater
    {
        get
        {
            lock (_lock)
            {
                return _highWater;
            }
        }
    }

    /// <summary>Takes over what an earlier run had seen.</summary>
    public void Remember(DateTimeOffset highWater)
    {
        lock (_lock)
        {
            _highWater = highWater > _highWater ? highWater : _highWater;
        }
    }

    /// <summary>Takes note of the API's own clock.</summary>
    public void Hear(DateTimeOffset? serverDate)
    {
        if (serverDate is { } date)
        {
            lock (_lock)
            {
                _server = (date, _time.GetElapsedTime(_origin));
            }
        }
    }
}
