using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Http.Shapes;
using Flint.Operator.Sandbox.Refunds;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Http;

/// <summary>How every operation runs: the clock is applied first, then the work, in one unit.</summary>
internal sealed class ApiCalls(SandboxDatabase database, ReplyWriter replies, KeyPolicy policy)
{
    public async Task ReadAsync(HttpContext http, Func<SandboxState, ApiReply> work)
    {
        var reply = await database.RunAsync(
            state =>
            {
                Elapse(state);
                return work(state);
            },
            http.RequestAborted);
        await replies.WriteAsync(http, reply);
    }

    public async Task WriteAsync(HttpContext http, ObjectShape shape, Func<SandboxState, JsonObject, ApiReply> work)
    {
        ApiQuery.Allow(http);
        var body = await RequestBody.ReadAsync(http);
        var path = http.Request.Path.Value ?? "";
        var reply = await RunOnceAsync(
            IdempotencyKeys.InForce(http)!, http.Request.Method, path, body, shape, work, http.RequestAborted);
        await replies.WriteAsync(http, reply);
    }

    /// <summary>A write that takes no body; what is sent along is not read.</summary>
    public async Task WriteAsync(HttpContext http, Func<SandboxState, ApiReply> work)
    {
        ApiQuery.Allow(http);
        var fingerprint = IdempotentWork.Fingerprint(http.Request.Method, http.Request.Path.Value ?? "", []);
        var reply = await database.RunAsync(
            state =>
            {
                Elapse(state);
                return IdempotentWork.Run(state, IdempotencyKeys.InForce(http)!, fingerprint, policy.KeepsRefusals, () => work(state));
            },
            http.RequestAborted);
        await replies.WriteAsync(http, reply);
    }

    /// <summary>Also the way a hosted page does its writes, so that a form sent twice acts once.</summary>
    public Task<ApiReply> RunOnceAsync(
        string key, string method, string path, byte[] body, ObjectShape shape,
        Func<SandboxState, JsonObject, ApiReply> work, CancellationToken cancellationToken) =>
        database.RunAsync(
            state =>
            {
                Elapse(state);
                var fingerprint = IdempotentWork.Fingerprint(method, path, body);
                return IdempotentWork.Run(state, key, fingerprint, policy.KeepsRefusals, () => work(state, shape.Read(RequestBody.Parse(body))));
            },
            cancellationToken);

    /// <summary>Whatever time alone has brought about happened before the call.</summary>
    private static void Elapse(SandboxState state)
    {
        SessionExpiry.Apply(state);
        RefundSettlement.Apply(state);
    }
}
