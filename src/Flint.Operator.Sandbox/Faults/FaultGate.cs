using Flint.Operator.Sandbox.Control;
using Flint.Operator.Sandbox.Http;

namespace Flint.Operator.Sandbox.Faults;

/// <summary>Makes the planned thing go wrong at the right moment: before the work, after it, or on the way back.</summary>
internal sealed class FaultGate(FaultBook book, TimeProvider time)
{
    public async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        var fault = LocalGate.IsControl(http) ? null : book.Strike(http.Request.Method, http.Request.Path.Value ?? "");
        switch (fault?.Kind)
        {
            case null:
                await next(http);
                break;
            case FaultKind.Down:
                http.Abort();
                break;
            case FaultKind.Slow:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), time, http.RequestAborted);
                await next(http);
                break;
            case FaultKind.LostReply:
                await WithoutReplyAsync(http, next);
                http.Abort();
                break;
            case FaultKind.ErrorAfter:
                await WithoutReplyAsync(http, next);
                http.Response.Clear();
                throw Problem.Internal();
            case FaultKind.ErrorBefore:
                throw Problem.Internal();
            case FaultKind.Unavailable:
                throw Problem.Unavailable();
            case FaultKind.RateLimited:
                throw Problem.RateLimited(fault.RetryAfterSeconds);
            default:
                http.Response.ContentType = "text/html; charset=utf-8";
                await http.Response.WriteAsync("<!doctype html><title>Guest network</title><p>Please accept the terms to go online.</p>", http.RequestAborted);
                break;
        }
    }

    private static async Task WithoutReplyAsync(HttpContext http, RequestDelegate next)
    {
        var body = http.Response.Body;
        await using var discarded = new MemoryStream();
        http.Response.Body = discarded;
        try
        {
            await next(http);
        }
        catch (ApiProblemException)
        {
            // A refusal is an answer as well, and this one gets lost too.
        }
        finally
        {
            http.Response.Body = body;
        }
    }
}
