using Flint.Operator.Core.Sync;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>The gateway as it is, for a mutant to change one thing of.</summary>
internal abstract class PassThrough(IOperationGateway inner) : IOperationGateway
{
    public WireRequest Encode(Operation operation, WireTargets targets) => inner.Encode(operation, targets);

    public virtual Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken) =>
        inner.SendAsync(kind, request, idempotencyKey, requestId, cancellationToken);

    public Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken) => inner.FindAsync(kind, reference, cancellationToken);

    public Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindOpenSessionsAsync(string orderId, CancellationToken cancellationToken) => inner.FindOpenSessionsAsync(orderId, cancellationToken);

    public Task<GatewayResult<RemotePage>> ListAsync(PullQuery query, CancellationToken cancellationToken) => inner.ListAsync(query, cancellationToken);

    public Task<GatewayResult<RemoteRecord>> ReadAsync(RecordKind kind, string remoteId, CancellationToken cancellationToken) => inner.ReadAsync(kind, remoteId, cancellationToken);
}
