using System.Security.Cryptography;
using System.Text;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Http;

/// <summary>Every API route needs the key, except those that say they are public.</summary>
internal sealed class ApiKeyGate(SandboxIdentity identity)
{
    private const string Scheme = "Bearer ";

    public Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        if (ApiHeaders.IsApi(http) && http.GetEndpoint() is { } endpoint)
        {
            ApiHeaders.CheckVersion(http);
            if (endpoint.Metadata.GetMetadata<PublicRoute>() is null)
                Check(http.Request.Headers);
        }

        return next(http);
    }

    private void Check(IHeaderDictionary headers)
    {
        var authorization = headers.Authorization.ToString();
        var apiKey = headers["X-API-Key"].ToString();
        if (authorization.Length > 0 && apiKey.Length > 0)
            throw Problem.Unauthorized("AMBIGUOUS_AUTH", "Send one credential, not two.");
        if (authorization.Length == 0 && apiKey.Length == 0)
            throw Problem.Unauthorized("API_KEY_REQUIRED", "This call needs an API key.");
        if (authorization.Length > 0 && !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            throw Problem.Unauthorized("INVALID_AUTHORIZATION_HEADER", "The Authorization header must be 'Bearer <key>'.");

        var key = authorization.Length > 0 ? authorization[Scheme.Length..].Trim() : apiKey;
        if (key.StartsWith("flint_live_", StringComparison.Ordinal))
            throw Problem.Unauthorized("API_KEY_MODE_MISMATCH", "This is a sandbox: it takes test keys only.");
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(identity.ApiKey)))
            throw Problem.Unauthorized("INVALID_API_KEY", "This API key is not known.");
    }

    internal sealed record PublicRoute;
}
