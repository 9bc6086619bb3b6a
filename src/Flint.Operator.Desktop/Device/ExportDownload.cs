using System.Net.Mime;
using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.ViewModels.Shell;
using Microsoft.Net.Http.Headers;

namespace Flint.Operator.Desktop.Device;

/// <summary>
/// Hands exports to the browser as files: addresses of this app, behind the same guard and gate as every other, which the
/// browser saves and never shows.
/// </summary>
internal sealed class ExportDownload : IExportTarget
{
    public string OutboxAddress => Routes.OutboxFile;

    public string ActivityAddress(ActivityQuery query) => Routes.ActivityFile + ActivityQueryText.Write(query);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Routes.OutboxFile, (HttpContext context, OutboxExport export, TimeProvider time) =>
        {
            Name(context.Response, OutboxExport.FileName(time.GetUtcNow()));
            return export.WriteAsync(context.Response.Body, context.RequestAborted);
        });
        routes.MapGet(Routes.ActivityFile, (HttpContext context, ActivityExport export, TimeProvider time) =>
        {
            var now = time.GetUtcNow();
            Name(context.Response, ActivityExport.FileName(now));
            var query = ActivityQueryText.Read(name => context.Request.Query[name].FirstOrDefault());
            return export.WriteAsync(context.Response.Body, query, now, context.RequestAborted);
        });
    }

    private static void Name(HttpResponse response, string name)
    {
        response.ContentType = OutboxExport.MediaType + "; charset=utf-8";
        response.Headers[HeaderNames.ContentDisposition] = new ContentDisposition { FileName = name }.ToString();
        response.Headers.CacheControl = "no-store";
    }
}
