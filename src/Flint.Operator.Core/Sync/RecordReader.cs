using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Core.Sync;

/// <summary>Reads one record from the API and keeps what it says.</summary>
public sealed class RecordReader(IOperationGateway gateway, IOperatorStore store, SyncContext context)
{
    /// <summary>The record as it now is, already stored, or null when it could not be read.</summary>
    public async Task<RemoteRecord?> ReadAsync(string lid, RecordKind kind, string remoteId, CancellationToken cancellationToken)
    {
        if (!context.CanRead(kind))
        {
            return null;
        }

        var result = await gateway.ReadAsync(kind, remoteId, cancellationToken).ConfigureAwait(false);
        context.Hear(result, KeyRights.ToRead(kind));
        if (result is not GatewayResult<RemoteRecord>.Succeeded { Value: var record } || record.RemoteId != remoteId)
        {
            return null;
        }

        await store.CommitAsync([new StoreChange.PutSnapshot(lid, record, context.Clock.Now().Wall)], cancellationToken).ConfigureAwait(false);
        return record;
    }
}
