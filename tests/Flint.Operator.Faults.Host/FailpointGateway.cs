using Flint.Operator.Core.Sync;

namespace Flint.Operator.Faults.Host;

/// <summary>The real gateway, with a failpoint on either side of each call.</summary>
internal sealed class FailpointGateway(IOperationGateway inner, FailpointGate gate) : IOperationGateway
{
    public WireRequest Encode(Operation operation, WireTargets targets) => inner.Encode(operation, targets);

    public Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken) =>
        AroundAsync(Failpoint.BeforeSend, () => inner.SendAsync(kind, request, idempotencyKey, requestId, cancellationToken), Failpoint.AfterReply);

    public Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken) =>
        AroundAsync(Failpoint.BeforeLook, () => inner.FindAsync(kind, reference, cancellationToken), Failpoint.AfterLook);

    public Task<GatewayResult<RemoteRecord>> ReadAsync(RecordKind kind, string remoteId, CancellationToken cancellationToken) =>
        AroundAsync(Failpoint.BeforeLook, () => inner.ReadAsync(kind, remoteId, cancellationToken), Failpoint.AfterLook);

    private async Task<T> AroundAsync<T>(Failpoint before, Func<Task<T>> call, Failpoint after)
    {
        await gate.PassAsync(before);
        var result = await call();
        await gate.PassAsync(after);
        return result;
    }
}
