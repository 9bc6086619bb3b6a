using Flint.Operator.Api.Http;
using Flint.Operator.Api.Sync;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Refit;

namespace Flint.Operator.Api.CheckoutSessions;

internal sealed class CheckoutSessionResource(ICheckoutSessionsApi api, AnswerReader answers) : IRemoteResource
{
    public Task<GatewayResult<RemoteRecord>> SendAsync(WireCall call, CancellationToken cancellationToken) => call switch
    {
        { Method: "POST", Id: null } => answers.AskAsync<LaunchDto, RemoteRecord>(
            token => api.CreateAsync(call.Body, call.Key, call.RequestId, token), envelope => envelope.Data?.ToSnapshot(), cancellationToken),
        { Method: "PATCH", Id: { } id, Action: null } => OneAsync(token => api.UpdateAsync(id, call.Body, call.Key, call.RequestId, token), cancellationToken),
        { Method: "POST", Id: { } id, Action: "close" } => OneAsync(token => api.CloseAsync(id, call.Body, call.Key, call.RequestId, token), cancellationToken),
        _ => throw call.Unknown(),
    };

    public Task<GatewayResult<RemoteRecord>> ReadAsync(string id, CancellationToken cancellationToken) => OneAsync(token => api.GetAsync(id, token), cancellationToken);

    public Task<GatewayResult<RecordPage>> ListAsync(RecordQuery query, CancellationToken cancellationToken) =>
        answers.AskAsync(
            token => api.ListAsync(query, token),
            page => RecordPage.Of(page, session => (query.Reference is null || session.ExternalReferenceId == query.Reference) && (query.OrderId is null || session.OrderId == query.OrderId), session => session.ToSnapshot()),
            cancellationToken);

    private Task<GatewayResult<RemoteRecord>> OneAsync(Func<CancellationToken, Task<IApiResponse<EnvelopeDto<CheckoutSessionDto>>>> call, CancellationToken cancellationToken) =>
        answers.AskAsync<CheckoutSessionDto, RemoteRecord>(call, envelope => envelope.Data?.ToSnapshot(), cancellationToken);
}
