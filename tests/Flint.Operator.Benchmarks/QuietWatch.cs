using System.Diagnostics;
using System.Globalization;

namespace Flint.Operator.Benchmarks;

/// <summary>
/// Stands between client and socket: counts what leaves, and what leaves while a Retry-After runs, by the time at which the 429
/// came up from the socket and by nothing that the app says of itself. One lane may let go of a request at the very moment in
/// which another one's 429 is being read: how long after it the last of these left is told with their number.
/// </summary>
internal sealed class QuietWatch : DelegatingHandler
{
    private readonly Lock _lock = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan _first = TimeSpan.MaxValue;
    private TimeSpan _last;
    private TimeSpan _quietFrom;
    private TimeSpan _quietUntil;
    private TimeSpan _latest;
    private int _answered;
    private int _refused;
    private int _insideQuiet;
    private int _done;

    public int Done => Volatile.Read(ref _done);

    public string Report(int permitted)
    {
        var rate = _answered / (_last - _first).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{_answered} answered in {(_last - _first).TotalSeconds:0.0} s: {rate:0.0} a second, {rate / permitted:P1} of the permitted; {_refused} times 429; {_insideQuiet} sent inside a Retry-After, the last of them {_latest.TotalMilliseconds:0.0} ms after it came up from the socket");
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = Stopwatch.GetElapsedTime(_start);
            _first = now < _first ? now : _first;
            if (now < _quietUntil)
            {
                _insideQuiet++;
                _latest = now - _quietFrom > _latest ? now - _quietFrom : _latest;
            }
        }

        var answer = await base.SendAsync(request, cancellationToken);
        lock (_lock)
        {
            _last = Stopwatch.GetElapsedTime(_start);
            if (answer.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
            {
                _refused++;
                _quietFrom = _last < _quietUntil ? _quietFrom : _last;
                _quietUntil = _last + (answer.Headers.RetryAfter?.Delta ?? TimeSpan.Zero);
            }
            else
            {
                _answered++;
                _done += request.Method == HttpMethod.Post && answer.IsSuccessStatusCode ? 1 : 0;
            }
        }

        return answer;
    }
}
