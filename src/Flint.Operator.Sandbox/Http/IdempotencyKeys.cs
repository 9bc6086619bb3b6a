using System.Collections.Concurrent;

namespace Flint.Operator.Sandbox.Http;

/// <summary>The key of a write: read once, made up when missing, and claimed for as long as its request runs.</summary>
internal sealed class IdempotencyKeys
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 255;
    private readonly ConcurrentDictionary<string, byte> _running = new(StringComparer.Ordinal);

    public static string? InForce(HttpContext http) => http.Items[Header] as string;

    /// <summary>Comes before anything can refuse a write: every answer to one says which key was in force.</summary>
    public static Task NameAsync(HttpContext http, RequestDelegate next)
    {
        if (ApiHeaders.IsApi(http) && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            http.Items[Header] = Read(http);
        return next(http);
    }

    public async Task ClaimAsync(HttpContext http, RequestDelegate next)
    {
        if (InForce(http) is not { } key)
        {
            await next(http);
            return;
        }

        if (!_running.TryAdd(key, 0))
        {
            throw Problem.Conflict(
                "IDEMPOTENCY_KEY_IN_PROGRESS", "The first request with this key is still running.",
                retryable: true, nextSteps: "Wait a moment and send the same request with the same key.");
        }

        try
        {
            await next(http);
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }

    private static string Read(HttpContext http)
    {
        if (!http.Request.Headers.TryGetValue(Header, out var values))
        {
            http.Items[$"{Header}:made"] = true;
            return Guid.NewGuid().ToString();
        }

        var key = values.ToString();
        if (key.Length > LongestKey)
            throw Problem.Request(400, "IDEMPOTENCY_KEY_TOO_LONG", $"An idempotency key has at most {LongestKey} characters.");
        if (string.IsNullOrWhiteSpace(key) || values.Count > 1 || key.Any(char.IsControl))
            throw Problem.Request(400, "INVALID_IDEMPOTENCY_KEY", "Send one idempotency key that is not empty.");
        return key;
    }

    /// <summary>A request that arrives once more without a key of its own is another one to the server.</summary>
    public static void MakeAnother(HttpContext http)
    {
        if (http.Items.ContainsKey($"{Header}:made"))
            http.Items[Header] = Guid.NewGuid().ToString();
    }

    public static void Require(HttpContext http)
    {
        if (http.Items.ContainsKey($"{Header}:made"))
            throw Problem.Request(400, "IDEMPOTENCY_KEY_REQUIRED", "This call needs an Idempotency-Key header.");
    }
}
