using System.Security.Cryptography;
using System.Text;
using Flint.Operator.Sandbox.CheckoutSessions;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>What keeps a hosted page to its buyer: strict headers, same-origin forms, and a credential per session.</summary>
internal static class PageSecurity
{
    private const string CookieName = "flint_checkout";

    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static async ValueTask<object?> ApplyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        // Not "no-referrer": a browser would then hide the origin of our own forms too.
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        var origin = http.Request.Headers.Origin.ToString();
        var isForeign = origin.Length > 0 && !string.Equals(origin, $"{http.Request.Scheme}://{http.Request.Host}", StringComparison.OrdinalIgnoreCase);
        return HttpMethods.IsPost(http.Request.Method) && isForeign
            ? Results.StatusCode(StatusCodes.Status403Forbidden)
            : await next(context);
    }

    public static bool Holds(HttpContext http, CheckoutSessionDocument session) =>
        IsSame(http.Request.Cookies[CookieName], session.AuthToken);

    /// <summary>Trades the launch token of the address for the cookie.</summary>
    public static bool Exchange(HttpContext http, CheckoutSessionDocument session, string? token)
    {
        if (!IsSame(token, session.LaunchToken))
            return false;
        Grant(http, session);
        return true;
    }

    /// <summary>A cookie that only this session's pages see.</summary>
    public static void Grant(HttpContext http, CheckoutSessionDocument session) =>
        http.Response.Cookies.Append(CookieName, session.AuthToken, new CookieOptions
        {
            Path = $"/checkout/{session.Id}",
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            IsEssential = true,
        });

    private static bool IsSame(string? given, string wanted) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(wanted));
}
