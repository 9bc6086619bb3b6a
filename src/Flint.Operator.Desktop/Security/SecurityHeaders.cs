using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Flint.Operator.Desktop.Security;

/// <summary>Set before anything else runs, so that no answer leaves without them, whoever writes it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(context.Request.Host, context.Connection.LocalPort);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        context.Response.OnStarting(KeepOutOfCachesAsync, context.Response);
        return next(context);
    }

    /// <summary>
    /// MudBlazor and Blazor style elements in place, hence the one 'unsafe-inline'. The WebSocket is named because not every engine
    /// counts ws: as 'self'.
    /// </summary>
    private static string Policy(HostString host, int port)
    {
        // The guard has not judged the Host yet, so it is compared and never copied.
        var name = host.Host is "localhost" ? "localhost" : "127.0.0.1";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws://{name}:{port}; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
    }

    /// <summary>Documents show amounts and names. Static files keep the caching of their own.</summary>
    private static Task KeepOutOfCachesAsync(object state)
    {
        var response = (HttpResponse)state;
        var isDocument = MediaTypeHeaderValue.TryParse(response.ContentType, out var type) && type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase);
        if (isDocument || !response.Headers.ContainsKey(HeaderNames.CacheControl))
            response.Headers.CacheControl = "no-store";

        return Task.CompletedTask;
    }
}
