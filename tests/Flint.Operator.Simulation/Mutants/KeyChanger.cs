using Flint.Operator.Core.Sync;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>Sends under another key than the engine chose.</summary>
internal sealed class KeyChanger(IOperationGateway inner, Func<string, string, string> change) : IOperationGateway
{
    public WireRequest Encode(Operation operation, WireTargets targets) => inner.Encode(operation, targets);

    public Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken) =>
        inner.SendAsync(kind, request, change(idempotencyKey, requestId), requestId, cancellationToken);

    public Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken) => inner.FindAsync(kind, reference, cancellationToken);

    public Task<GatewayResult<RemoteRecord>> ReadAsync(RecordKind kind, string remoteId, CancellationToken cancellationToken) => inner.ReadAsync(kind, remoteId, cancellationToken);
}
