namespace Flint.Operator.Sandbox.Faults;

/// <summary>A second's worth of requests is given out every second, evenly, and up to two may be saved up.</summary>
internal sealed class RateBucket(int perSecond, TimeProvider time)
{
    private readonly Lock _gate = new();
    private double _left = perSecond * 2.0;
    private long _filledAt = time.GetTimestamp();

    public int PerSecond => perSecond;

    /// <summary>Null when the request may pass; else how many whole seconds until one may.</summary>
    public int? Refuse()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _left = Math.Min(perSecond * 2.0, _left + (time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
            _filledAt = now;
            if (_left < 1)
                return (int)Math.Ceiling((1 - _left) / perSecond);
            _left--;
            return null;
        }
    }
}
