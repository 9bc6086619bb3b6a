namespace Flint.Operator.Desktop.Security;

/// <summary>
/// Answers only requests meant for this app: a foreign Host is DNS rebinding, a foreign Origin is another page writing to us, and a
/// fetch from another site is another page reading from us.
/// </summary>
internal sealed class LoopbackGuard(RequestDelegate next)
{
    private const int DefaultHttpPort = 80;

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsOwnHost(context))
            return LocalPage.Foreign.WriteAsync(context, StatusCodes.Status400BadRequest);

        // The redirect file has no origin of its own, and opening it is the one foreign start we want; the token speaks for it.
        if (IsTopLevel(request) && SessionGate.TokenOf(request) is not null)
            return next(context);

        return HasOwnOrigin(request) && HasOwnFetchSite(request)
            ? next(context)
            : LocalPage.Foreign.WriteAsync(context, StatusCodes.Status403Forbidden);
    }

    private static bool IsOwnHost(HttpContext context) =>
        context.Request.Host is { Host: "127.0.0.1" or "localhost" } host && (host.Port ?? DefaultHttpPort) == context.Connection.LocalPort;

    /// <summary>A browser names the origin of every write and of every WebSocket.</summary>
    private static bool HasOwnOrigin(HttpRequest request) =>
        request.Headers.Origin is not [_, ..] origin || string.Equals(origin, $"http://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

    /// <summary>"same-site" is another port of this machine: somebody else's program, who may send a visitor here but fetch nothing.</summary>
    private static bool HasOwnFetchSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "" or "same-origin" or "none" => true,
        "same-site" => IsTopLevel(request),
        _ => false,
    };

    private static bool IsTopLevel(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate"
        && request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document";
}
