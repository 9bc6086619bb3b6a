using Flint.Operator.Sandbox.Control;
using Flint.Operator.Sandbox.Faults;
using Flint.Operator.Sandbox.HostedPages;

namespace Flint.Operator.Sandbox.Dashboard;

/// <summary>The API's side, for a person to watch. It only reads.</summary>
internal static class DashboardEndpoints
{
    public static void MapDashboard(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/_sandbox").AddEndpointFilter(PageSecurity.ApplyAsync);
        pages.MapGet("", ShowAsync);
        pages.MapGet("/records/{id}", async (HttpContext http, string id, DashboardRecords records) =>
            await records.JsonAsync(id, http.RequestAborted) is { } json
                ? PageResults.Page<RecordPage>(new RecordView(id, json))
                : PageResults.Page<RecordPage>(new RecordView(id, Json: null), 404));
        pages.MapGet("/dashboard.css", () => HostedPageEndpoints.Asset("dashboard.css", "text/css; charset=utf-8"));
        pages.MapGet("/dashboard.js", () => HostedPageEndpoints.Asset("dashboard.js", "text/javascript; charset=utf-8"));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, DashboardRecords records, RequestLog log, FaultBook faults, SandboxClock clock)
    {
        var sections = await records.ListAsync(http.RequestAborted);
        var rules = faults.Plan.Rules.Count(rule => rule.Count is not 0) + (faults.Plan.Down ? 1 : 0);
        return PageResults.Page<DashboardPage>(new DashboardView(
            sections, [.. log.Latest.Take(50)], clock.GetUtcNow(), clock.Offset != TimeSpan.Zero, rules, http.Request.Query["live"] != "off"));
    }
}
