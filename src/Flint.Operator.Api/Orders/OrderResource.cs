using Flint.Operator.Api.Http;
using Flint.Operator.Api.Sync;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Refit;

namespace Flint.Operator.Api.Orders;

internal sealed class OrderResource(IOrdersApi api, AnswerReader answers) : IRemoteResource
{
    public Task<GatewayResult<RemoteRecord>> SendAsync(WireCall call, CancellationToken cancellationToken) => call switch
    {
        { Method: "POST", Id: null } => OneAsync(token => api.CreateAsync(call.Body, call.Key, call.RequestId, token), cancellationToken),
        { Method: "PATCH", Id: { } id, Action: null } => OneAsync(token => api.UpdateAsync(id, call.Body, call.Key, call.RequestId, token), cancellationToken),
        { Method: "POST", Id: { } id, Action: "close" } => OneAsync(token => api.CloseAsync(id, call.Body, call.Key, call.RequestId, token), cancellationToken),
        _ => throw call.Unknown(),
    };

    public Task<GatewayResult<RemoteRecord>> ReadAsync(string id, CancellationToken cancellationToken) => OneAsync(token => api.GetAsync(id, token), cancellationToken);

    public Task<GatewayResult<RecordPage>> ListAsync(RecordQuery query, CancellationToken cancellationToken) =>
        answers.AskAsync(
            token => api.ListAsync(query, token),
            page => RecordPage.Of(page, order => query.Reference is null || order.ExternalReferenceId == query.Reference, order => order.ToSnapshot()),
            cancellationToken);

    private Task<GatewayResult<RemoteRecord>> OneAsync(Func<CancellationToken, Task<IApiResponse<EnvelopeDto<OrderDto>>>> call, CancellationToken cancellationToken) =>
        answers.AskAsync<OrderDto, RemoteRecord>(call, envelope => envelope.Data?.ToSnapshot(), cancellationToken);
}
