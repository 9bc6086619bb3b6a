using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Http.Paging;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.CheckoutSessions;

internal static class CheckoutSessionEndpoints
{
    private static readonly ListSpec Spec = new(
        [ListSpec.Created, ListSpec.Updated],
        [
            ListFilter.OneOf("status", "open", "paid", "partially_paid", "expired", "closed", "invalidated"),
            ListFilter.OneOf("origin", "virtual_terminal", "payment_link", "checkout", "api", "subscription"),
            ListFilter.Exact("order_id"), ListFilter.Exact("payment_link_id"), ListFilter.Exact("customer_id"),
            ListFilter.Reference(), ListFilter.Search(),
            .. ListFilter.Times("created", "updated"),
            ListFilter.After("expires_after", "expires_at"), ListFilter.Before("expires_before", "expires_at"),
        ]);

    public static void MapCheckoutSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/checkout-sessions", (HttpContext http, ApiCalls calls, SandboxIdentity merchant) =>
        {
            var query = new ListQuery(http, Spec);
            return calls.ReadAsync(http, state => query.Run<CheckoutSessionDocument>(
                state, session => SessionWire.Write(state, session, merchant.MerchantId)));
        });
        routes.MapPost("/v1/checkout-sessions", (HttpContext http, ApiCalls calls, SandboxIdentity merchant) =>
            calls.WriteAsync(http, CheckoutSessionShapes.Create, (state, body) =>
                ApiReply.Created(SessionWire.Launch(state, SessionCreation.FromRequest(state, body), merchant.MerchantId))));
        routes.MapGet("/v1/checkout-sessions/{id}", (HttpContext http, string id, ApiCalls calls, SandboxIdentity merchant) =>
        {
            var expand = ApiQuery.Expand(http, "customer", "invoice", "order", "payment_intents", "payment_link");
            return calls.ReadAsync(http, state =>
                ApiReply.Ok(SessionWire.Write(state, Find(state, id), merchant.MerchantId, expand)));
        });
        routes.MapPatch("/v1/checkout-sessions/{id}", (HttpContext http, string id, ApiCalls calls, SandboxIdentity merchant) =>
            calls.WriteAsync(http, CheckoutSessionShapes.Update, (state, body) =>
            {
                var session = Find(state, id);
                SessionClosing.CheckRecovery(session);
                var changed = session with
                {
                    UpdatedAt = state.Now,
                    Metadata = MetadataPatch.Apply(session.Metadata, body),
                    ExternalReferenceId = body["external_reference_id"]?.GetValue<string>() is { } reference
                        ? (reference.Length == 0 ? null : reference)
                        : session.ExternalReferenceId,
                };
                state.Save(changed);
                return ApiReply.Ok(SessionWire.Write(state, changed, merchant.MerchantId));
            }));
        routes.MapPost("/v1/checkout-sessions/{id}/close", (HttpContext http, string id, ApiCalls calls, SandboxIdentity merchant) =>
            calls.WriteAsync(http, CheckoutSessionShapes.Close, (state, body) =>
                ApiReply.Ok(SessionWire.Write(state, SessionClosing.Apply(state, Find(state, id), body), merchant.MerchantId))));
    }

    private static CheckoutSessionDocument Find(SandboxState state, string id) =>
        state.Find<CheckoutSessionDocument>(id) ?? throw Problem.NotFound("checkout session", id);
}
