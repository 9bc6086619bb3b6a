using Flint.Operator.Sandbox.Control;

namespace Flint.Operator.Sandbox.Dashboard;

/// <summary>The last requests of the API and of the buyers' pages. In memory only: it is for watching, not for keeping.</summary>
internal sealed class RequestLog(TimeProvider time)
{
    private const int Longest = 200;
    private readonly Lock _gate = new();
    private readonly Queue<LoggedRequest> _requests = new();

    /// <summary>The newest first.</summary>
    public IReadOnlyList<LoggedRequest> Latest
    {
        get
        {
            lock (_gate)
                return [.. _requests.Reverse()];
        }
    }

    public async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        // Whoever watches is not watched, and a page's style and script are no news.
        if (LocalGate.IsControl(http) || http.Request.Path.StartsWithSegments("/hosted", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        var (at, started) = (time.GetUtcNow(), time.GetTimestamp());
        try
        {
            await next(http);
        }
        finally
        {
            Add(LoggedRequest.Of(http, at, time.GetElapsedTime(started)));
        }
    }

    private void Add(LoggedRequest request)
    {
        lock (_gate)
        {
            _requests.Enqueue(request);
            if (_requests.Count > Longest)
                _requests.Dequeue();
        }
    }
}
