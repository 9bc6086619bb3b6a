namespace Flint.Operator.Sandbox.Control;

/// <summary>
/// Guards the controls. They need no key, so they answer this machine alone: not another one, not a name that was made
/// to point here, and not a page of another site in the browser of this machine.
/// </summary>
internal static class LocalGate
{
    private static readonly PathString Prefix = "/_sandbox";
    private static readonly string[] OwnNames = ["127.0.0.1", "localhost", "[::1]"];

    public static bool IsControl(HttpContext http) => http.Request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase);

    public static Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsControl(http) || IsAllowed(http))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsAllowed(HttpContext http)
    {
        var peer = http.Connection.RemoteIpAddress;
        var isNear = peer is null || System.Net.IPAddress.IsLoopback(peer);
        var origin = http.Request.Headers.Origin.ToString();
        return isNear && OwnNames.Contains(http.Request.Host.Host, StringComparer.OrdinalIgnoreCase) &&
            (origin.Length == 0 || string.Equals(origin, $"{http.Request.Scheme}://{http.Request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
