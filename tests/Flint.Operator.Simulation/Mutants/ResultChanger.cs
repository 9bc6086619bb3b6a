using Flint.Operator.Core.Sync;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>Reads another result into the answer to a write.</summary>
internal sealed class ResultChanger(IOperationGateway inner, Func<WireRequest, RecordKind, GatewayResult<RemoteRecord>, GatewayResult<RemoteRecord>> change) : IOperationGateway
{
    public WireRequest Encode(Operation operation, WireTargets targets) => inner.Encode(operation, targets);

    public async Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken) =>
        change(request, kind, await inner.SendAsync(kind, request, idempotencyKey, requestId, cancellationToken));

    public Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken) => inner.FindAsync(kind, reference, cancellationToken);

    public Task<GatewayResult<RemoteRecord>> ReadAsync(RecordKind kind, string remoteId, CancellationToken cancellationToken) => inner.ReadAsync(kind, remoteId, cancellationToken);
}
