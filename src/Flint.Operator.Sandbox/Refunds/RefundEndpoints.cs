using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Http.Paging;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Refunds;

internal static class RefundEndpoints
{
    private static readonly ListSpec Spec = new(
        [ListSpec.Created, ListSpec.Updated, new("amount", SandboxSchema.Field("amount"))],
        [
            ListFilter.Exact("order_id"), ListFilter.Among("payment_intent_id", "payment_intent_ids"), ListFilter.Exact("customer_id"),
            ListFilter.OneOf("status", "pending", "in_transit", "succeeded", "failed", "requires_action", "canceled", "partially_succeeded"),
            ListFilter.SomeOf("reason", RefundShapes.Reasons), ListFilter.OneOf("refund_method", RefundShapes.Methods),
            ListFilter.AtLeast("min_amount", "amount"), ListFilter.AtMost("max_amount", "amount"), ListFilter.Currency(),
            ListFilter.Reference(), ListFilter.Exact("return_id"), ListFilter.Exact("return_resolution_id"),
            ListFilter.Search(), .. ListFilter.Times("created", "updated"),
        ]);

    public static void MapRefunds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/refunds", (HttpContext http, ApiCalls calls, SandboxIdentity merchant) =>
        {
            var query = new ListQuery(http, Spec);
            ListFilter.NeedCurrency(http);
            return calls.ReadAsync(http, state => query.Run<RefundDocument>(
                state, refund => RefundWire.Write(state, refund, merchant.MerchantId)));
        });
        routes.MapPost("/v1/refunds", (HttpContext http, ApiCalls calls, SandboxIdentity merchant) =>
            calls.WriteAsync(http, RefundShapes.Create, (state, body) =>
                ApiReply.Created(RefundWire.Write(state, RefundCreation.FromRequest(state, body), merchant.MerchantId))));
        routes.MapGet("/v1/refunds/{id}", (HttpContext http, string id, ApiCalls calls, SandboxIdentity merchant) =>
        {
            ApiQuery.Allow(http);
            return calls.ReadAsync(http, state => ApiReply.Ok(RefundWire.Write(state, Find(state, id), merchant.MerchantId)));
        });
    }

    private static RefundDocument Find(SandboxState state, string id) =>
        state.Find<RefundDocument>(id) ?? throw Problem.NotFound("refund", id);
}
