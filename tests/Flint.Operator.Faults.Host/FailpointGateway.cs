using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Testing.Api;

namespace Flint.Operator.Faults.Host;

/// <summary>The real gateway, with a failpoint on either side of each call.</summary>
internal sealed class FailpointGateway(IOperationGateway inner, FailpointGate gate) : PassThroughGateway(inner)
{
    public override Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken) =>
        AroundAsync(Failpoint.BeforeSend, () => base.SendAsync(kind, request, idempotencyKey, requestId, cancellationToken), Failpoint.AfterReply);

    public override Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken) =>
        AroundAsync(Failpoint.BeforeLook, () => base.FindAsync(kind, reference, cancellationToken), Failpoint.AfterLook);

    public override Task<GatewayResult<RemoteRecord>> ReadAsync(RecordKind kind, string remoteId, CancellationToken cancellationToken) =>
        AroundAsync(Failpoint.BeforeLook, () => base.ReadAsync(kind, remoteId, cancellationToken), Failpoint.AfterLook);

    public override Task<GatewayResult<RemotePage>> ListAsync(PullQuery query, CancellationToken cancellationToken) =>
        AroundAsync(Failpoint.BeforePage, () => base.ListAsync(query, cancellationToken), Failpoint.AfterPage);

    private async Task<T> AroundAsync<T>(Failpoint before, Func<Task<T>> call, Failpoint after)
    {
        await gate.PassAsync(before);
        var result = await call();
        await gate.PassAsync(after);
        return result;
    }
}
