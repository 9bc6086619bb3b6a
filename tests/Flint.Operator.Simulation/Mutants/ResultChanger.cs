using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Testing.Api;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>Reads another result into the answer to a write.</summary>
internal sealed class ResultChanger(IOperationGateway inner, Func<WireRequest, RecordKind, GatewayResult<RemoteRecord>, GatewayResult<RemoteRecord>> change) : PassThroughGateway(inner)
{
    public override async Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken) =>
        change(request, kind, await base.SendAsync(kind, request, idempotencyKey, requestId, cancellationToken));
}
