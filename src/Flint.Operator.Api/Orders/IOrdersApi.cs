using Flint.Operator.Api.Http;
using Refit;

namespace Flint.Operator.Api.Orders;

internal interface IOrdersApi
{
    [Get("/v1/orders?sort_by=created_at&sort_direction=desc&page_size=100")]
    Task<IApiResponse<EnvelopeDto<IReadOnlyList<OrderDto?>>>> ListAsync(
        [AliasAs("external_reference_id")] string reference, [AliasAs("page_token")] string? pageToken, CancellationToken cancellationToken);

    [Get("/v1/orders/{id}")]
    Task<IApiResponse<EnvelopeDto<OrderDto>>> GetAsync(string id, CancellationToken cancellationToken);

    [Post("/v1/orders")]
    Task<IApiResponse<EnvelopeDto<OrderDto>>> CreateAsync(
        [Body] HttpContent body, [Header("Idempotency-Key")] string key, [Header("X-Request-Id")] string requestId, CancellationToken cancellationToken);

    [Patch("/v1/orders/{id}")]
    Task<IApiResponse<EnvelopeDto<OrderDto>>> UpdateAsync(
        string id, [Body] HttpContent body, [Header("Idempotency-Key")] string key, [Header("X-Request-Id")] string requestId, CancellationToken cancellationToken);

    [Post("/v1/orders/{id}/close")]
    Task<IApiResponse<EnvelopeDto<OrderDto>>> CloseAsync(
        string id, [Body] HttpContent body, [Header("Idempotency-Key")] string key, [Header("X-Request-Id")] string requestId, CancellationToken cancellationToken);
}
