using Flint.Operator.Api.Http;
using Flint.Operator.Api.Sync;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Refit;

namespace Flint.Operator.Api.PaymentLinks;

internal sealed class PaymentLinkResource(IPaymentLinksApi api, AnswerReader answers) : IRemoteResource
{
    public Task<GatewayResult<RemoteRecord>> SendAsync(WireCall call, CancellationToken cancellationToken) => call switch
    {
        { Method: "POST", Id: null } => OneAsync(token => api.CreateAsync(call.Body, call.Key, call.RequestId, token), cancellationToken),
        { Method: "PATCH", Id: { } id, Action: null } => OneAsync(token => api.UpdateAsync(id, call.Body, call.Key, call.RequestId, token), cancellationToken),
        _ => throw call.Unknown(),
    };

    public Task<GatewayResult<RemoteRecord>> ReadAsync(string id, CancellationToken cancellationToken) => OneAsync(token => api.GetAsync(id, token), cancellationToken);

    public Task<GatewayResult<RecordPage>> ListAsync(RecordQuery query, CancellationToken cancellationToken) =>
        answers.AskAsync(
            token => api.ListAsync(query, token),
            page => RecordPage.Of(page, link => query.Reference is null || link.ExternalReferenceId == query.Reference, link => link.ToSnapshot()),
            cancellationToken);

    private Task<GatewayResult<RemoteRecord>> OneAsync(Func<CancellationToken, Task<IApiResponse<EnvelopeDto<PaymentLinkDto>>>> call, CancellationToken cancellationToken) =>
        answers.AskAsync<PaymentLinkDto, RemoteRecord>(call, envelope => envelope.Data?.ToSnapshot(), cancellationToken);
}
