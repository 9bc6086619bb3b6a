using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Core.Sync;

/// <summary>The hosted API as the sync engine needs it. Nothing is retried in here: a retry is a decision of the engine.</summary>
public interface IOperationGateway
{
    /// <summary>The bytes of an operation's write. Pure: the same operation and targets give the same bytes.</summary>
    WireRequest Encode(Operation operation, WireTargets targets);

    /// <summary>Sends a write once, exactly as frozen, under its key.</summary>
    Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken);

    /// <summary>Every record that carries a reference: all pages of the exact-match filter.</summary>
    Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken);

    /// <summary>The sessions of an order that are open: at most one, when all is well.</summary>
    Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindOpenSessionsAsync(string orderId, CancellationToken cancellationToken);

    /// <summary>One page of the account's records.</summary>
    Task<GatewayResult<RemotePage>> ListAsync(PullQuery query, CancellationToken cancellationToken);

    /// <summary>One record by its id.</summary>
    Task<GatewayResult<RemoteRecord>> ReadAsync(RecordKind kind, string remoteId, CancellationToken cancellationToken);
}
