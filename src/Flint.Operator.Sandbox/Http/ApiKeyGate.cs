using System.Security.Cryptography;
using System.Text;
using Flint.Operator.Sandbox.Account;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Http;

/// <summary>Every API route needs the key, except those that say they are public.</summary>
internal sealed class ApiKeyGate(SandboxIdentity identity, KeyRights rights)
{
    private const string Scheme = "Bearer ";

    public async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        if (ApiHeaders.IsApi(http) && http.GetEndpoint() is { } endpoint)
        {
            ApiHeaders.CheckVersion(http);
            var isPublic = endpoint.Metadata.GetMetadata<PublicRoute>();
            if (isPublic is null)
            {
                Check(http.Request.Headers);
                await rights.RequireAsync(http);
            }
            else if (isPublic.ChecksWhatIsGiven && HasCredential(http.Request.Headers))
            {
                Check(http.Request.Headers);
            }
        }

        await next(http);
    }

    private static bool HasCredential(IHeaderDictionary headers) => headers.Authorization.Count > 0 || headers["X-API-Key"].Count > 0;

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

    /// <summary>A route that needs no key.</summary>
    /// <param name="ChecksWhatIsGiven">Refuses a wrong key all the same: resolve declares a 401, public does not.</param>
    internal sealed record PublicRoute(bool ChecksWhatIsGiven = false);
}
