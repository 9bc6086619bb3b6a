using Flint.Operator.Api.Http;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Api.Sync;

// A frozen write taken apart again: `/v1/<resource>[/<id>[/<action>]]`.
internal sealed record WireCall(string Method, string? Id, string? Action, HttpContent Body, string Key, string RequestId)
{
    public static WireCall Of(WireRequest request, string key, string requestId)
    {
        var parts = request.Path.Split('/');
        return new WireCall(
            request.Method,
            parts.Length > 3 ? Uri.UnescapeDataString(parts[3]) : null,
            parts.Length > 4 ? parts[4] : null,
            WireBody.Of(request.Body),
            key,
            requestId);
    }

    // Frozen bytes come from our own encoder: a route it never writes is a bug, not an outcome.
    public InvalidOperationException Unknown() => new($"No operation is written as {Method} {(Id is null ? "create" : Action ?? "change")}.");
}
