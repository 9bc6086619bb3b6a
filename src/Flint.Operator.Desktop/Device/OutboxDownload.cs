using System.Net.Mime;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.ViewModels.Shell;
using Microsoft.Net.Http.Headers;

namespace Flint.Operator.Desktop.Device;

/// <summary>
/// Hands the outbox to the browser as a file: an address of this app, behind the same guard and gate as every other, which the
/// browser saves and never shows.
/// </summary>
internal sealed class OutboxDownload : IExportTarget
{
    public string OutboxAddress => Routes.OutboxFile;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Routes.OutboxFile, WriteAsync);

    private static Task WriteAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var name = OutboxExport.FileName(services.GetRequiredService<TimeProvider>().GetUtcNow());
        context.Response.ContentType = OutboxExport.MediaType + "; charset=utf-8";
        context.Response.Headers[HeaderNames.ContentDisposition] = new ContentDisposition { FileName = name }.ToString();
        context.Response.Headers.CacheControl = "no-store";
        return services.GetRequiredService<OutboxExport>().WriteAsync(context.Response.Body, context.RequestAborted);
    }
}
