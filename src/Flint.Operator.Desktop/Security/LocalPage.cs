using System.Net.Mime;

namespace Flint.Operator.Desktop.Security;

/// <summary>The few pages shown outside a session. They load nothing, for nothing would be served.</summary>
internal sealed class LocalPage
{
    public static readonly LocalPage NotOpened = new(
        "Open Flint Operator from its own window",
        "This address only works in the window that Flint Operator opened. Use that window, or stop the app and start it again to get a new one.");

    public static readonly LocalPage Foreign = new(
        "Flint Operator did not answer this request",
        "It came from another site or under another name. Use the window that Flint Operator opened.");

    public static readonly LocalPage MovingOn = new("Flint Operator", "Opening…", """<meta http-equiv="refresh" content="0;url=/">""");

    private readonly string _html;

    private LocalPage(string title, string text, string head = "") => _html = $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        {{head}}
        <title>{{title}}</title>
        <style>
        body { font: 400 16px/1.45 system-ui, sans-serif; color: #12161f; background: #f4f5f7; margin: 0; display: grid; place-items: center; min-height: 100vh; }
        main { max-width: 44ch; padding: 24px; }
        h1 { font-size: 22px; }
        @media (prefers-color-scheme: dark) { body { color: #f2f4f8; background: #0e1116; } }
        </style>
        </head>
        <body><main><h1>{{title}}</h1><p>{{text}}</p></main></body>
        </html>
        """;

    public Task WriteAsync(HttpContext context, int statusCode)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(_html, context.RequestAborted);
    }
}
