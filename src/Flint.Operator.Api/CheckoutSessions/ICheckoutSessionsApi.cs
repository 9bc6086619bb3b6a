using Flint.Operator.Api.Http;
using Flint.Operator.Api.Sync;
using Refit;

namespace Flint.Operator.Api.CheckoutSessions;

internal interface ICheckoutSessionsApi
{
    [Get("/v1/checkout-sessions")]
    Task<IApiResponse<EnvelopeDto<IReadOnlyList<CheckoutSessionDto?>>>> ListAsync([Query] RecordQuery query, CancellationToken cancellationToken);

    [Get("/v1/checkout-sessions/{id}")]
    Task<IApiResponse<EnvelopeDto<CheckoutSessionDto>>> GetAsync(string id, CancellationToken cancellationToken);

    // The only write that answers with the launch result instead of the record itself (contract 4.3).
    [Post("/v1/checkout-sessions")]
    Task<IApiResponse<EnvelopeDto<LaunchDto>>> CreateAsync(
        [Body] HttpContent body, [Header("Idempotency-Key")] string key, [Header("X-Request-Id")] string requestId, CancellationToken cancellationToken);

    [Patch("/v1/checkout-sessions/{id}")]
    Task<IApiResponse<EnvelopeDto<CheckoutSessionDto>>> UpdateAsync(
        string id, [Body] HttpContent body, [Header("Idempotency-Key")] string key, [Header("X-Request-Id")] string requestId, CancellationToken cancellationToken);

    [Post("/v1/checkout-sessions/{id}/close")]
    Task<IApiResponse<EnvelopeDto<CheckoutSessionDto>>> CloseAsync(
        string id, [Body] HttpContent body, [Header("Idempotency-Key")] string key, [Header("X-Request-Id")] string requestId, CancellationToken cancellationToken);
}
