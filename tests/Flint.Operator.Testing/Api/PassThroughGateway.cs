using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Testing.Api;

/// <summary>Something between the app and the API that changes one thing and passes the rest.</summary>
public abstract class PassThroughGateway(IOperationGateway inner) : IOperationGateway
{
    public WireRequest Encode(Operation operation, WireTargets targets) => inner.Encode(operation, targets);

    public virtual Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken) =>
        inner.SendAsync(kind, request, idempotencyKey, requestId, cancellationToken);

    public virtual Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken) => inner.FindAsync(kind, reference, cancellationToken);

    public virtual Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindOpenSessionsAsync(string orderId, CancellationToken cancellationToken) => inner.FindOpenSessionsAsync(orderId, cancellationToken);

    public virtual Task<GatewayResult<RemotePage>> ListAsync(PullQuery query, CancellationToken cancellationToken) => inner.ListAsync(query, cancellationToken);

    public virtual Task<GatewayResult<RemoteRecord>> ReadAsync(RecordKind kind, string remoteId, CancellationToken cancellationToken) => inner.ReadAsync(kind, remoteId, cancellationToken);
}
