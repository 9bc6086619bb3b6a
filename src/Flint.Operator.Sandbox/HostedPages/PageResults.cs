using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flint.Operator.Sandbox.HostedPages;

internal static class PageResults
{
    public static IResult Page<T>(object view, int status = 200) where T : IComponent =>
        new RazorComponentResult<T>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = new PageModel(view) }) { StatusCode = status };

    public static IResult Outcome(OutcomeView view, int status = 200) => Page<OutcomePage>(view, status);

    /// <summary>After a form the address is read again, so that reloading never sends the form twice.</summary>
    public static IResult SeeOther(HttpContext http, string path)
    {
        http.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
