using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Sync;

// One resource of the API, so that the gateway needs to know only which kind a record is of.
internal interface IRemoteResource
{
    Task<GatewayResult<RemoteRecord>> SendAsync(WireCall call, CancellationToken cancellationToken);

    Task<GatewayResult<RemoteRecord>> ReadAsync(string id, CancellationToken cancellationToken);

    Task<GatewayResult<RecordPage>> ListAsync(RecordQuery query, CancellationToken cancellationToken);
}
