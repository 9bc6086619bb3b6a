using Microsoft.Net.Http.Headers;

namespace Flint.Operator.Desktop.Security;

/// <summary>Turns a start token into a session, and lets nothing through without one: no page, no file, no circuit.</summary>
internal sealed class SessionGate(RequestDelegate next, StartTokens tokens, BrowserSession session)
{
    public const string TokenParameter = "token";

    public Task InvokeAsync(HttpContext context)
    {
        var isHeld = session.IsHeldBy(context);
        if (TokenOf(context.Request) is { } token)
        {
            if (tokens.Redeem(token))
                session.Grant(context);
            else if (!isHeld)
                return RefuseAsync(context);

            return MoveOnAsync(context);
        }

        return isHeld ? next(context) : RefuseAsync(context);
    }

    /// <summary>The token a request opens the app with, if it does; other addresses take none.</summary>
    public static string? TokenOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path == "/" && request.Query.TryGetValue(TokenParameter, out var values)
            ? values.ToString()
            : null;

    /// <summary>
    /// Leaves the address without its token. Coming from the redirect file, the whole redirect chain counts as cross-site and a
    /// browser withholds the strict cookie; a page of our own that moves on starts a chain that is ours.
    /// </summary>
    private static Task MoveOnAsync(HttpContext context)
    {
        if (context.Request.Headers["Sec-Fetch-Site"] == "cross-site")
            return LocalPage.MovingOn.WriteAsync(context, StatusCodes.Status200OK);

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers[HeaderNames.Location] = "/";
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context) => LocalPage.NotOpened.WriteAsync(context, StatusCodes.Status401Unauthorized);
}
