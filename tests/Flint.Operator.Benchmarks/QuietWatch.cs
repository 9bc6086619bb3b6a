using System.Diagnostics;
using System.Globalization;

namespace Flint.Operator.Benchmarks;

/// <summary>Stands between client and socket: counts what leaves, and what leaves although the API has asked for quiet.</summary>
internal sealed class QuietWatch : DelegatingHandler
{
    private readonly Lock _lock = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan _first = TimeSpan.MaxValue;
    private TimeSpan _last;
    private TimeSpan _quietUntil;
    private int _answered;
    private int _refused;
    private int _insideQuiet;
    private int _crossed;
    private int _done;

    /// <summary>Whether the app knows by now that it shall be quiet.</summary>
    public Func<bool> IsTold { get; set; } = () => false;

    public int Done => Volatile.Read(ref _done);

    public string Report(int permitted)
    {
        var rate = _answered / (_last - _first).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{_answered} answered in {(_last - _first).TotalSeconds:0.0} s: {rate:0.0} a second, {rate / permitted:P1} of the permitted; {_refused} times 429; {_insideQuiet} sent inside a Retry-After, {_crossed} crossed one that was not read yet");
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = Stopwatch.GetElapsedTime(_start);
            _first = now < _first ? now : _first;

            // One lane may let go of a request at the very moment in which another one's 429 comes up from the socket.
            if (IsTold())
            {
                _insideQuiet++;
            }
            else if (now < _quietUntil)
            {
                _crossed++;
            }
        }

        var answer = await base.SendAsync(request, cancellationToken);
        lock (_lock)
        {
            _last = Stopwatch.GetElapsedTime(_start);
            if (answer.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
            {
                _refused++;
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
