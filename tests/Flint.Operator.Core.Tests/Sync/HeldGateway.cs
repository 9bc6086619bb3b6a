using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>Keeps every write on its way until the test lets it go.</summary>
internal sealed class HeldGateway(IOperationGateway inner) : IOperationGateway
{
    private readonly Queue<(WireRequest Request, TaskCompletionSource Gone)> _held = new();

    /// <summary>The writes that are out now, oldest first.</summary>
    public IReadOnlyList<WireRequest> Out => [.. _held.Select(held => held.Request)];

    /// <summary>The oldest one arrives and is answered; whatever the engine does then has happened when this returns.</summary>
    public void LetOneGo() => _held.Dequeue().Gone.SetResult();

    public WireRequest Encode(Operation operation, WireTargets targets) => inner.Encode(operation, targets);

    public async Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken)
    {
        var gone = new TaskCompletionSource();
        _held.Enqueue((request, gone));
        await gone.Task;
        return await inner.SendAsync(kind, request, idempotencyKey, requestId, cancellationToken);
    }

    public Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken) => inner.FindAsync(kind, reference, cancellationToken);

    public Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindOpenSessionsAsync(string orderId, CancellationToken cancellationToken) => inner.FindOpenSessionsAsync(orderId, cancellationToken);

    public Task<GatewayResult<RemotePage>> ListAsync(PullQuery query, CancellationToken cancellationToken) => inner.ListAsync(query, cancellationToken);

    public Task<GatewayResult<RemoteRecord>> ReadAsync(RecordKind kind, string remoteId, CancellationToken cancellationToken) => inner.ReadAsync(kind, remoteId, cancellationToken);
}
