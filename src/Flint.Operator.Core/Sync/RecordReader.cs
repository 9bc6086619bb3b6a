using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Core.Sync;

/// <summary>Reads one record from the API and keeps what it says.</summary>
public sealed class RecordReader(IOperationGateway gateway, IOperatorStore store, SyncContext context)
{
    /// <summary>Reads a record, and stores what was read.</summary>
    public async Task<RecordReading> ReadAsync(string lid, RecordKind kind, string remoteId, CancellationToken cancellationToken)
    {
        if (!context.CanRead(kind))
        {
            return new RecordReading.Unread();
        }

        var result = await gateway.ReadAsync(kind, remoteId, cancellationToken).ConfigureAwait(false);
        context.Hear(result, KeyRights.ToRead(kind));
        if (result is not GatewayResult<RemoteRecord>.Succeeded { Value: var record } || record.RemoteId != remoteId)
        {
            return result is GatewayResult<RemoteRecord>.Answered { Problem.Status: 404 } ? new RecordReading.Gone() : new RecordReading.Unread();
        }

        await store.CommitAsync([new StoreChange.PutSnapshot(lid, record, context.Clock.Now().Wall)], cancellationToken).ConfigureAwait(false);
        return new RecordReading.Read(record);
    }
}
