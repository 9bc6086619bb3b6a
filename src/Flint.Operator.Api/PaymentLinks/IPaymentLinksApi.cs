using Flint.Operator.Api.Http;
using Refit;

namespace Flint.Operator.Api.PaymentLinks;

internal interface IPaymentLinksApi
{
    [Get("/v1/payment-links?sort_by=created_at&sort_direction=desc&page_size=100")]
    Task<IApiResponse<EnvelopeDto<IReadOnlyList<PaymentLinkDto?>>>> ListAsync(
        [AliasAs("external_reference_id")] string reference, [AliasAs("page_token")] string? pageToken, CancellationToken cancellationToken);

    [Get("/v1/payment-links/{id}")]
    Task<IApiResponse<EnvelopeDto<PaymentLinkDto>>> GetAsync(string id, CancellationToken cancellationToken);

    [Post("/v1/payment-links")]
    Task<IApiResponse<EnvelopeDto<PaymentLinkDto>>> CreateAsync(
        [Body] HttpContent body, [Header("Idempotency-Key")] string key, [Header("X-Request-Id")] string requestId, CancellationToken cancellationToken);

    [Patch("/v1/payment-links/{id}")]
    Task<IApiResponse<EnvelopeDto<PaymentLinkDto>>> UpdateAsync(
        string id, [Body] HttpContent body, [Header("Idempotency-Key")] string key, [Header("X-Request-Id")] string requestId, CancellationToken cancellationToken);
}
