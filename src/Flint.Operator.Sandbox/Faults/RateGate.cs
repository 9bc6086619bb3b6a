using System.Collections.Concurrent;
using Flint.Operator.Sandbox.Http;

namespace Flint.Operator.Sandbox.Faults;

/// <summary>The rates the API permits, to one key and to all. No number is published (contract 1.7), so there is none unless one is set.</summary>
internal sealed class RateGate(SandboxOptions options, FaultBook book, TimeProvider time)
{
    private const string Everyone = "";
    private const int MostKeys = 1000;
    private readonly ConcurrentDictionary<string, RateBucket> _buckets = new(StringComparer.Ordinal);

    public Task RunAsync(HttpContext http, RequestDelegate next)
    {
        if (ApiHeaders.IsApi(http))
        {
            var plan = book.Plan;
            Spend(Everyone, plan.GlobalRequestsPerSecond ?? options.GlobalRequestsPerSecond, "global-ip");
            Spend($"key {Credential(http.Request.Headers)}", plan.RequestsPerSecond ?? options.RequestsPerSecond, "api-key");
        }

        return next(http);
    }

    private void Spend(string who, int? rate, string reason)
    {
        if (rate is not { } permitted)
            return;

        // Made-up keys must not fill the memory: whoever sends so many loses count of them all.
        if (_buckets.Count > MostKeys)
            _buckets.Clear();
        var bucket = _buckets.AddOrUpdate(
            who, _ => new RateBucket(permitted, time), (_, known) => known.PerSecond == permitted ? known : new RateBucket(permitted, time));
        if (bucket.Refuse() is { } seconds)
            throw Problem.RateLimited(seconds, reason);
    }

    private static string Credential(IHeaderDictionary headers) =>
        headers.Authorization.ToString() is { Length: > 0 } bearer ? bearer.Split(' ')[^1] : headers["X-API-Key"].ToString();
}
