using Flint.Operator.Sandbox.Control;
using Flint.Operator.Sandbox.Dashboard;
using Flint.Operator.Sandbox.Http;

namespace Flint.Operator.Sandbox.Faults;

/// <summary>Makes the planned thing go wrong at the right moment: before the work, after it, or on the way back.</summary>
internal sealed class FaultGate(FaultBook book, BrokenReply broken, ServerErrors errors, SandboxClock clock, EndpointDataSource routes)
{
    public async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        var fault = LocalGate.IsControl(http) || await errors.IsKnownAsync(http) ? null : book.Strike(StrikeTarget.Of(http, routes));
        if (fault is not null)
            LoggedRequest.NoteFault(http, fault.Kind);
        switch (fault?.Kind)
        {
            case null:
                await next(http);
                break;
            case FaultKind.Down:
                await Connections.CloseAsync(http, clock);
                break;
            case FaultKind.Reset:
                http.Abort();
                break;
            case FaultKind.Slow:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs!.Value), clock, http.RequestAborted);
                await next(http);
                break;
            case FaultKind.LostReply:
                await BrokenReply.DropAsync(http, next);
                http.Abort();
                break;
            case FaultKind.Truncated:
                await broken.CutAsync(http, next);
                break;
            case FaultKind.Duplicate:
                await BrokenReply.TwiceAsync(http, next);
                break;
            case FaultKind.ErrorAfter:
                http.Request.EnableBuffering(RequestBody.LimitBytes * 2);
                var wasBound = await errors.IsBoundAsync(http);
                await BrokenReply.DropAsync(http, next);
                await FailAsync(http, Problem.Internal(), wasBound);
                break;
            case FaultKind.ErrorBefore:
                await FailAsync(http, Problem.Internal(), await errors.IsBoundAsync(http));
                break;
            case FaultKind.Unavailable:
                await FailAsync(http, Problem.Unavailable(), await errors.IsBoundAsync(http));
                break;
            case FaultKind.Answer:
                await FailAsync(http, Problem.OfStatus(fault.Status!.Value, fault.Code), await errors.IsBoundAsync(http));
                break;
            case FaultKind.RateLimited:
                throw Problem.RateLimited(fault.RetryAfterSeconds);
            case FaultKind.StaleList:
                StaleList.Set(http, TimeSpan.FromSeconds(fault.StaleSeconds!.Value));
                await next(http);
                break;
            case FaultKind.ClockOffset:
                clock.ShiftRequest(TimeSpan.FromSeconds(fault.OffsetSeconds!.Value));
                await next(http);
                break;
            case FaultKind.CaptivePortal:
                http.Response.ContentType = "text/html; charset=utf-8";
                await http.Response.WriteAsync("<!doctype html><title>Guest network</title><p>Please accept the terms to go online.</p>", http.RequestAborted);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task FailAsync(HttpContext http, ApiProblemException problem, bool wasBound)
    {
        if (problem.Status >= 500 && !wasBound)
            await errors.NoteAsync(http, problem);
        throw problem;
    }
}
