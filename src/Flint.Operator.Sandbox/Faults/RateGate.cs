using System.Threading.RateLimiting;
using Flint.Operator.Sandbox.Http;

namespace Flint.Operator.Sandbox.Faults;

/// <summary>
/// The rate the API permits. No number is published (contract 1.7), so there is none unless one is set: then a second's
/// worth is given out every second, and up to two may be saved up.
/// </summary>
internal sealed class RateGate(SandboxOptions options) : IAsyncDisposable
{
    private readonly TokenBucketRateLimiter? _limiter = options.RequestsPerSecond is not { } rate ? null : new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = rate * 2,
        TokensPerPeriod = rate / 10,
        ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
        QueueLimit = 0,
    });

    public async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        if (_limiter is not null && ApiHeaders.IsApi(http))
        {
            using var lease = _limiter.AttemptAcquire();
            if (!lease.IsAcquired)
            {
                throw Problem.RateLimited(1);
            }
        }

        await next(http);
    }

    public ValueTask DisposeAsync() => _limiter?.DisposeAsync() ?? ValueTask.CompletedTask;
}
