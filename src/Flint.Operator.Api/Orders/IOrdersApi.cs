using Flint.Operator.Api.Http;
using Flint.Operator.Api.Sync;
using Refit;

namespace Flint.Operator.Api.Orders;

internal interface IOrdersApi
{
    [Get("/v1/orders")]
    Task<IApiResponse<EnvelopeDto<IReadOnlyList<OrderDto?>>>> ListAsync([Query] RecordQuery query, CancellationToken cancellationToken);

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
