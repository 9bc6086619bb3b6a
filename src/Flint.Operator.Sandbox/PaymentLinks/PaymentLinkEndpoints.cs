using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Http.Paging;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.PaymentLinks;

internal static class PaymentLinkEndpoints
{
    private static readonly ListSpec Spec = new(
        [ListSpec.Created, ListSpec.Updated],
        [
            ListFilter.OneOf("status", "active", "inactive"),
            ListFilter.OneOf("payment_link_type", "standard", "donation", "event"),
            ListFilter.Reference(), ListFilter.Search(), HasPlan(), .. ListFilter.Times("created"),
        ]);

    public static void MapPaymentLinks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/payment-links", (HttpContext http, ApiCalls calls, SandboxIdentity merchant) =>
        {
            var query = new ListQuery(http, Spec);
            return calls.ReadAsync(http, state => query.Run<PaymentLinkDocument>(
                state, link => PaymentLinkWire.Write(state, link, merchant.MerchantId)));
        });
        routes.MapPost("/v1/payment-links", (HttpContext http, ApiCalls calls, SandboxIdentity merchant) =>
            calls.WriteAsync(http, PaymentLinkShapes.Create, (state, body) =>
                ApiReply.Created(PaymentLinkWire.Write(state, PaymentLinkChanges.Create(state, body), merchant.MerchantId))));
        routes.MapGet("/v1/payment-links/{id}", (HttpContext http, string id, ApiCalls calls, SandboxIdentity merchant) =>
        {
            ApiQuery.Expand(http, "subscription_plan");
            return calls.ReadAsync(http, state => ApiReply.Ok(PaymentLinkWire.Write(state, Find(state, id), merchant.MerchantId)));
        });
        routes.MapPatch("/v1/payment-links/{id}", (HttpContext http, string id, ApiCalls calls, SandboxIdentity merchant) =>
            calls.WriteAsync(http, PaymentLinkShapes.Update, (state, body) =>
                ApiReply.Ok(PaymentLinkWire.Write(state, PaymentLinkChanges.Update(state, Find(state, id), body), merchant.MerchantId))));
        routes.MapGet("/v1/payment-links/{id}/public", (HttpContext http, string id, ApiCalls calls, ResolutionContexts contexts) =>
        {
            ApiQuery.Allow(http);
            return calls.ReadAsync(http, state => ApiReply.Ok(PaymentLinkWire.Public(state, Find(state, id), contexts)));
        }).WithMetadata(new ApiKeyGate.PublicRoute());
        routes.MapPost("/v1/payment-links/{id}/resolve", (HttpContext http, string id, ApiCalls calls, LinkResolution resolution, SandboxIdentity merchant) =>
        {
            IdempotencyKeys.Require(http);
            return calls.WriteAsync(http, PaymentLinkShapes.Resolve, (state, body) =>
                ApiReply.Created(SessionWire.Launch(state, resolution.Resolve(state, Find(state, id), body), merchant.MerchantId)));
        }).WithMetadata(new ApiKeyGate.PublicRoute(ChecksWhatIsGiven: true));
    }

    internal static PaymentLinkDocument Find(SandboxState state, string id) =>
        state.Find<PaymentLinkDocument>(id) ?? throw Problem.NotFound("payment link", id);

    /// <summary>No link of a sandbox has a plan, so the answer is all of them or none.</summary>
    private static ListFilter HasPlan() => new("has_plan", values => values[0] switch
    {
        "true" => new SqlCondition("0"),
        "false" => new SqlCondition("1"),
        _ => throw Problem.Invalid("VALIDATION_ERROR", "'has_plan' is true or false.", "has_plan"),
    });
}
