using System.Globalization;
using Flint.Operator.Sandbox.Account;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Http;

/// <summary>The response headers every call carries, refusals and replays included.</summary>
internal static class ApiHeaders
{
    public const string ApiVersion = "2026-09-07";
    private const string RequestIdHeader = "X-Request-Id";

    public static string RequestId(HttpContext http) => (string)http.Items[RequestIdHeader]!;

    public static void UseApiHeaders(this WebApplication app, SandboxIdentity identity, TimeProvider time) =>
        app.Use((http, next) =>
        {
            var asked = http.Request.Headers[RequestIdHeader].ToString();
            // An echoed id must not be able to carry anything but an id.
            http.Items[RequestIdHeader] = IsIdText(asked) ? asked : Guid.NewGuid().ToString();
            if (IsApi(http))
                http.Response.OnStarting(() => WriteAsync(http, identity, time));
            return next(http);
        });

    public static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal);

    /// <summary>A version is a date; anything else cannot be meant. Only one is known here, and those before it are gone.</summary>
    public static void CheckVersion(HttpContext http)
    {
        if (!http.Request.Headers.TryGetValue("Flint-Version", out var asked))
            return;
        var isDate = DateOnly.TryParseExact(asked.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        if (!isDate && http.Request.Path != AccountEndpoints.WhoAmIPath)
            throw Problem.Request(400, "INVALID_API_VERSION", $"Flint-Version must be a date such as {ApiVersion}.");
        if (!isDate || string.CompareOrdinal(asked.ToString(), ApiVersion) < 0)
            throw Problem.Request(410, "API_VERSION_RETIRED", $"This version is no longer served. Send {ApiVersion}.");
    }

    private static bool IsIdText(string text) =>
        text.Length is > 0 and <= 128 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':');

    private static Task WriteAsync(HttpContext http, SandboxIdentity identity, TimeProvider time)
    {
        // Whoever answers with a page is not the API, and does not pretend to be.
        if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            return Task.CompletedTask;
        var headers = http.Response.Headers;
        headers[RequestIdHeader] = RequestId(http);
        headers["Flint-Version"] = ApiVersion;
        headers["Flint-Mode"] = "test";
        headers["Flint-Merchant-Id"] = identity.MerchantId;
        headers["Flint-Merchant-Environment-Id"] = identity.EnvironmentId;
        headers["Flint-Sandbox-Id"] = identity.SandboxId;
        headers.CacheControl = "no-store";

        // Kestrel's own Date would not move with the sandbox's clock: a client judges the age of its keys by this one.
        headers.Date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        if (IdempotencyKeys.InForce(http) is { } key)
            headers[IdempotencyKeys.Header] = key;
        return Task.CompletedTask;
    }
}
