using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Account;

internal static class AccountEndpoints
{
    private static readonly string[] Scopes =
    [
        "checkouts.payment_links.read", "checkouts.payment_links.write", "checkouts.checkout_sessions.read",
        "checkouts.checkout_sessions.write", "commerce.orders.read", "commerce.orders.write",
        "commerce.products.read", "commerce.refunds.read", "commerce.refunds.write", "merchants.profile.read",
    ];

    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/developer/auth-context", (HttpContext http, ApiCalls calls, SandboxIdentity identity) =>
        {
            ApiQuery.Allow(http);
            return calls.ReadAsync(http, _ => ApiReply.Ok(AuthContext(identity)));
        });
        routes.MapGet("/v1/merchant", (HttpContext http, ApiCalls calls, SandboxIdentity identity) =>
        {
            ApiQuery.Expand(http, "organization");
            return calls.ReadAsync(http, state => ApiReply.Ok(Merchant(identity, state.Now)));
        });
    }

    private static JsonObject AuthContext(SandboxIdentity identity) => new()
    {
        ["api_key_id"] = identity.ApiKeyId,
        ["auth_type"] = "api_key",
        ["environment"] = "sandbox",
        ["expires_at"] = null,
        ["merchant_id"] = identity.MerchantId,
        ["name"] = "Practice key",
        ["organization_id"] = identity.OrganizationId,
        ["sandbox_id"] = identity.SandboxId,
        ["scopes"] = new JsonArray([.. Scopes.Select(scope => (JsonNode)scope)]),
    };

    private static JsonObject Merchant(SandboxIdentity identity, DateTimeOffset now) => new()
    {
        ["merchant_id"] = identity.MerchantId,
        ["organization_id"] = identity.OrganizationId,
        ["business_name"] = SandboxIdentity.BusinessName,
        ["business_type"] = "non_profit",
        ["email"] = "treasurer@riverside-cycling.example",
        ["status"] = "active",
        ["onboarding_status"] = "completed",
        ["has_past_due"] = false,
        ["payments"] = Ready(),
        ["payouts"] = Ready(),
        ["requirements"] = new JsonObject(),
        ["api_version"] = ApiHeaders.ApiVersion,
        ["reporting_timezone"] = "America/New_York",
        ["created_at"] = identity.CreatedAt,
        ["observed_at"] = Timestamp.Write(now),
        ["version"] = 1,
    };

    private static JsonObject Ready() => new()
    {
        ["status"] = "ready",
        ["status_reason"] = null,
        ["next_actions"] = new JsonArray(),
    };
}
