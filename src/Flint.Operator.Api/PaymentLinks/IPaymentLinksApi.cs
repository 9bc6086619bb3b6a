using Flint.Operator.Api.Http;
using Flint.Operator.Api.Sync;
using Refit;

namespace Flint.Operator.Api.PaymentLinks;

internal interface IPaymentLinksApi
{
    [Get("/v1/payment-links")]
    Task<IApiResponse<EnvelopeDto<IReadOnlyList<PaymentLinkDto?>>>> ListAsync([Query] RecordQuery query, CancellationToken cancellationToken);

    [Get("/v1/payment-links/{id}")]
    Task<IApiResponse<EnvelopeDto<PaymentLinkDto>>> GetAsync(string id, CancellationToken cancellationToken);

    [Post("/v1/payment-links")]
    Task<IApiResponse<EnvelopeDto<PaymentLinkDto>>> CreateAsync(
        [Body] HttpContent body, [Header("Idempotency-Key")] string key, [Header("X-Request-Id")] string requestId, CancellationToken cancellationToken);

    [Patch("/v1/payment-links/{id}")]
    Task<IApiResponse<EnvelopeDto<PaymentLinkDto>>> UpdateAsync(
        string id, [Body] HttpContent body, [Header("Idempotency-Key")] string key, [Header("X-Request-Id")] string requestId, CancellationToken cancellationToken);
}
