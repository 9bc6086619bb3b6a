using System.Text.Json;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Http;

/// <summary>Puts an answer into the envelope <c>{data, request_id, meta}</c> or <c>{error}</c>.</summary>
internal sealed class ReplyWriter(HostedUrls urls)
{
    public async Task WriteAsync(HttpContext http, ApiReply reply)
    {
        var requestId = ApiHeaders.RequestId(http);
        var payload = reply.Payload.DeepClone();
        urls.Complete(payload);
        JsonObject envelope;
        if (reply.IsError)
        {
            payload["request_id"] = requestId;
            payload["request_log_url"] = $"/v1/developer/request-logs?request_id={Uri.EscapeDataString(requestId)}";
            envelope = new JsonObject { ["error"] = payload };
        }
        else
        {
            envelope = new JsonObject { ["data"] = payload, ["request_id"] = requestId, ["meta"] = Meta(reply, requestId) };
            if (reply.NextPageToken is not null)
                envelope["next_page_token"] = reply.NextPageToken;
        }

        if (reply.IsReplay)
            http.Response.Headers["Idempotency-Replayed"] = "true";
        http.Response.StatusCode = reply.Status;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(envelope), http.RequestAborted);
    }

    public Task WriteAsync(HttpContext http, ApiProblemException problem)
    {
        if (problem.RetryAfterSeconds is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            http.Response.Headers["Flint-Rate-Limited-Reason"] = problem.RateLimitedReason;
        }

        return WriteAsync(http, ApiReply.Refused(problem));
    }

    private static JsonObject Meta(ApiReply reply, string requestId)
    {
        var meta = new JsonObject { ["api_version"] = ApiHeaders.ApiVersion, ["request_id"] = requestId };
        if (reply.IsReplay)
            meta["idempotency_replayed"] = true;
        return meta;
    }
}
