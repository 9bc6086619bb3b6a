using Flint.Operator.Sandbox.Http;

namespace Flint.Operator.Sandbox.Faults;

/// <summary>What can happen to a request whose work is done: its answer is dropped or cut, or it arrives once more.</summary>
internal sealed class BrokenReply(ReplyWriter replies, TimeProvider time)
{
    /// <summary>Does the work and forgets the answer, as if it had not been given yet.</summary>
    public static async Task DropAsync(HttpContext http, RequestDelegate next)
    {
        await using var discarded = new MemoryStream();
        try
        {
            await CaptureAsync(http, next, discarded);
        }
        catch (ApiProblemException)
        {
            // A refusal is an answer as well, and this one gets lost too.
        }

        http.Response.Clear();
    }

    /// <summary>The sender hears the second answer. A body sent twice keeps its key; one without a key gets another one each time.</summary>
    public static async Task TwiceAsync(HttpContext http, RequestDelegate next)
    {
        http.Request.EnableBuffering(RequestBody.LimitBytes * 2);
        await DropAsync(http, next);
        http.Request.Body.Position = 0;
        IdempotencyKeys.MakeAnother(http);
        await next(http);
    }

    /// <summary>Announces the whole answer and ends in its middle.</summary>
    public async Task CutAsync(HttpContext http, RequestDelegate next)
    {
        await using var whole = new MemoryStream();
        try
        {
            await CaptureAsync(http, next, whole);
        }
        catch (ApiProblemException problem)
        {
            await CaptureAsync(http, _ => replies.WriteAsync(http, problem), whole);
        }

        http.Response.ContentLength = whole.Length;
        await http.Response.Body.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length / 2), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        await Connections.CloseAsync(http, time);
    }

    private static async Task CaptureAsync(HttpContext http, RequestDelegate next, MemoryStream into)
    {
        var body = http.Response.Body;
        http.Response.Body = into;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }
    }
}
