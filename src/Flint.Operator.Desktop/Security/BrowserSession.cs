using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Flint.Operator.Desktop.Security;

/// <summary>The value a browser holds after it redeemed a token. It lives in memory only, so a restart ends every session.</summary>
internal sealed class BrowserSession
{
    private readonly string _value = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public bool IsHeldBy(HttpContext context) =>
        context.Request.Cookies.TryGetValue(CookieName(context), out var offered)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_value), Encoding.UTF8.GetBytes(offered));

    public void Grant(HttpContext context) => context.Response.Cookies.Append(CookieName(context), _value, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
    });

    /// <summary>Browsers keep cookies by host and not by port: two folders open at once would push each other out.</summary>
    private static string CookieName(HttpContext context) => $"flint-operator-{context.Connection.LocalPort}";
}
