using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Http.Paging;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

internal static class OrderEndpoints
{
    private static readonly string[] NeverThere = ["customer", "subscription", "subscription_plan"];

    private static readonly ListSpec Spec = new(
        [ListSpec.Created, ListSpec.Updated,
            new("outstanding_money", SandboxSchema.Field("outstanding")), new("total", SandboxSchema.Field("total"))],
        [
            ListFilter.OneOf("status", "open", "closed"),
            ListFilter.SomeOf("payment_status", "unpaid", "partially_paid", "paid"),
            ListFilter.SomeOf("refund_status", "none", "partially_refunded", "refunded"),
            ListFilter.SomeOf("fulfillment_status", "not_fulfilled", "partially_fulfilled", "fulfilled", "canceled"),
            ListFilter.OneOf("origin", "virtual_terminal", "payment_link", "checkout", "api", "subscription"),
            ListFilter.Exact("customer_id"), ListFilter.Exact("order_number"), ListFilter.Reference(),
            ListFilter.Exact("subscription_id"), ListFilter.Exact("return_id"), ListFilter.Exact("return_resolution_id"),
            ListFilter.AtLeast("min_amount", "total"), ListFilter.AtMost("max_amount", "total"), ListFilter.Currency(),
            ListFilter.Search(), .. ListFilter.Times("created", "updated"),
        ]);

    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/orders", (HttpContext http, ApiCalls calls, SandboxIdentity merchant) =>
        {
            var query = new ListQuery(http, Spec);
            ListFilter.NeedCurrency(http);
            return calls.ReadAsync(http, state => query.Run<OrderDocument>(state, order => OrderWire.Write(order, merchant.MerchantId)));
        });
        routes.MapPost("/v1/orders", (HttpContext http, ApiCalls calls, SandboxIdentity merchant) =>
            calls.WriteAsync(http, OrderShapes.Create, (state, body) =>
                ApiReply.Created(OrderWire.Write(OrderCreation.FromRequest(state, body), merchant.MerchantId))));
        routes.MapGet("/v1/orders/{id}", (HttpContext http, string id, ApiCalls calls, SandboxIdentity merchant) =>
        {
            var expand = ApiQuery.Expand(
                http, "customer", "fulfillments.packages", "fulfillments.shipments", "payment_intents", "subscription", "subscription_plan");
            return calls.ReadAsync(http, state => Show(Find(state, id), merchant, expand));
        });
        routes.MapPatch("/v1/orders/{id}", (HttpContext http, string id, ApiCalls calls, SandboxIdentity merchant) =>
            calls.WriteAsync(http, OrderShapes.Update, (state, body) =>
                ApiReply.Ok(OrderWire.Write(OrderUpdate.Apply(state, Find(state, id), body), merchant.MerchantId))));
        routes.MapPost("/v1/orders/{id}/close", (HttpContext http, string id, ApiCalls calls, SandboxIdentity merchant) =>
            calls.WriteAsync(http, OrderShapes.Close, (state, body) =>
                ApiReply.Ok(OrderWire.Write(OrderClosing.Apply(state, Find(state, id), body), merchant.MerchantId))));
        routes.MapOrderLines();
    }

    private static void MapOrderLines(this IEndpointRouteBuilder routes)
    {
        const string line = "/v1/orders/{id}/line-items/{lineId}";
        routes.MapPost("/v1/orders/{id}/line-items", (HttpContext http, string id, ApiCalls calls, SandboxIdentity merchant) =>
            calls.WriteAsync(http, OrderShapes.AddLines, (state, body) =>
                ApiReply.Ok(OrderWire.Write(OrderLineChanges.Add(state, Find(state, id), body), merchant.MerchantId))));
        routes.MapPatch(line, (HttpContext http, string id, string lineId, ApiCalls calls, SandboxIdentity merchant) =>
            calls.WriteAsync(http, OrderLineShapes.Update, (state, body) =>
                ApiReply.Ok(OrderWire.Write(OrderLineChanges.Change(state, Find(state, id), lineId, body), merchant.MerchantId))));
        routes.MapDelete(line, (HttpContext http, string id, string lineId, ApiCalls calls, SandboxIdentity merchant) =>
            calls.WriteAsync(http, state =>
                ApiReply.Ok(OrderWire.Write(OrderLineChanges.Remove(state, Find(state, id), lineId), merchant.MerchantId))));
    }

    private static OrderDocument Find(SandboxState state, string id) =>
        state.Find<OrderDocument>(id) ?? throw Problem.NotFound("order", id);

    private static ApiReply Show(OrderDocument order, SandboxIdentity merchant, IReadOnlySet<string> expand)
    {
        var json = OrderWire.Write(order, merchant.MerchantId);
        if (expand.Contains("payment_intents"))
            json["payment_intents"] = new JsonArray([.. order.Payments.Select(payment => PaymentWire.Intent(order, payment))]);
        if (expand.Any(path => path.StartsWith("fulfillments.", StringComparison.Ordinal)))
            json["fulfillments"] = new JsonArray();

        // Asked for and not there: no order of the sandbox has one of these.
        foreach (var name in NeverThere.Where(expand.Contains))
            json[name] = null;
        return ApiReply.Ok(json);
    }
}
