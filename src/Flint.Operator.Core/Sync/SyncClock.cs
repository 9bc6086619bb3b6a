namespace Flint.Operator.Core.Sync;

/// <summary>Stamps moments: the device's clock, the API's as last heard, and the monotonic one of this run.</summary>
public class SyncClock
{
    // Nobody asked for the time that long: the machine slept, or has nothing to do.
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(90);

    // The client's time-out: what was asked before the sleep has been answered or given up by then.
    private static readonly TimeSpan OldAnswers = TimeSpan.FromSeconds(30);

    // A clock that is kept right steps by less than this, back too: that is no clock that was set back.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly string _run;
    private readonly long _origin;
    private readonly Lock _lock = new();
    private (DateTimeOffset Date, TimeSpan HeardAt)? _server;
    private DateTimeOffset _highWater = DateTimeOffset.MinValue;
    private (DateTimeOffset Wall, TimeSpan Monotonic)? _seen;
    private TimeSpan _deafUntil;

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
        lock (_lock)
        {
            // Read in here: of two lanes that ask at once the later reading must not be noted first, or the other's looked set back.
            var monotonic = _time.GetElapsedTime(_origin);
            var wall = _time.GetUtcNow();
            Notice(wall, monotonic);
            var behind = _highWater - wall > Step;
            _highWater = wall > _highWater ? wall : _highWater;
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

    /// <summary>Takes note of the API's own clock; not from an answer that may have lain about while the machine slept.</summary>
    /// <param name="serverDate">What the answer says, if it says it.</param>
    /// <param name="isFresh">Whether it is known that nobody slept over this one.</param>
    public void Hear(DateTimeOffset? serverDate, bool isFresh = false)
    {
        if (serverDate is not { } date)
        {
            return;
        }

        lock (_lock)
        {
            var monotonic = _time.GetElapsedTime(_origin);
            Notice(_time.GetUtcNow(), monotonic);
            if (isFresh || monotonic >= _deafUntil)
            {
                _server = (date, monotonic);
            }
        }
    }

    // Where the wall clock went on and the monotonic one did not, the API's clock cannot be reckoned on from its last date.
    private void Notice(DateTimeOffset wall, TimeSpan monotonic)
    {
        if (_seen is { } seen)
        {
            var (byWall, byMonotonic) = (wall - seen.Wall, monotonic - seen.Monotonic);
            _deafUntil = byWall >= Gap || byMonotonic >= Gap ? monotonic + OldAnswers : _deafUntil;
            _server = byWall - byMonotonic >= Gap ? null : _server;
        }

        _seen = (wall, monotonic);
    }
}
