using Flint.Operator.Api.CheckoutSessions;
using Flint.Operator.Api.Orders;
using Flint.Operator.Api.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Api.Sync;

internal sealed class OperationGateway(PaymentLinkResource paymentLinks, OrderResource orders, CheckoutSessionResource checkoutSessions) : IOperationGateway
{
    public WireRequest Encode(Operation operation, WireTargets targets) => OperationEncoder.Encode(operation, targets);

    public Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken) =>
        ResourceOf(kind).SendAsync(WireCall.Of(request, idempotencyKey, requestId), cancellationToken);

    public Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken) =>
        RecordFinder.FindAsync(ResourceOf(kind), new RecordQuery { Reference = reference }, cancellationToken);

    public Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindOpenSessionsAsync(string orderId, CancellationToken cancellationToken) =>
        RecordFinder.FindAsync(checkoutSessions, new RecordQuery { OrderId = orderId, Status = "open" }, cancellationToken);

    public Task<GatewayResult<RemotePage>> ListAsync(PullQuery query, CancellationToken cancellationToken) => RecordPuller.ListAsync(ResourceOf(query.Kind), query, cancellationToken);

    public Task<GatewayResult<RemoteRecord>> ReadAsync(RecordKind kind, string remoteId, CancellationToken cancellationToken) =>
        ResourceOf(kind).ReadAsync(remoteId, cancellationToken);

    private IRemoteResource ResourceOf(RecordKind kind) => kind switch
    {
        RecordKind.PaymentLink => paymentLinks,
        RecordKind.Order => orders,
        RecordKind.CheckoutSession => checkoutSessions,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind the API has."),
    };
}
