using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Testing.Api;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>Sends under another key than the engine chose.</summary>
internal sealed class KeyChanger(IOperationGateway inner, Func<string, string, string> change) : PassThroughGateway(inner)
{
    public override Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken) =>
        base.SendAsync(kind, request, change(idempotencyKey, requestId), requestId, cancellationToken);
}
