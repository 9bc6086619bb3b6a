namespace Flint.Operator.Sandbox.Http;

/// <summary>The one place that turns a refusal, an unknown route or a bug into an answer of the API.</summary>
internal sealed class ProblemGate(ReplyWriter replies, ILogger<ProblemGate> log)
{
    public async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            // The API has no trailing slashes, and the router would not mind them.
            if (ApiHeaders.IsApi(http) && http.Request.Path.Value!.EndsWith('/'))
                http.SetEndpoint(null);
            await next(http);
            if (ApiHeaders.IsApi(http) && !http.Response.HasStarted && Unrouted(http) is { } unrouted)
                await replies.WriteAsync(http, unrouted);
        }
        catch (ApiProblemException problem) when (!http.Response.HasStarted)
        {
            await replies.WriteAsync(http, problem);
        }
        catch (Exception exception) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            log.LogError(exception, "A request failed: {Method} {Path}", http.Request.Method, http.Request.Path);
            await replies.WriteAsync(http, Problem.Internal());
        }
    }

    private static ApiProblemException? Unrouted(HttpContext http) =>
        http.Response is { StatusCode: 404, ContentType: null }
            ? new ApiProblemException(404, "not_found_error", "ROUTE_NOT_FOUND", "There is no such route.")
            : http.Response is { StatusCode: 405, ContentType: null }
                ? Problem.Request(405, "METHOD_NOT_ALLOWED", "This route does not take that method.")
                : null;
}
