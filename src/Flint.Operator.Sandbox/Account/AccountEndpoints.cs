using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Http.Shapes;
using Flint.Operator.Sandbox.State;
using static Flint.Operator.Sandbox.Http.Shapes.ShapeField;

namespace Flint.Operator.Sandbox.Account;

internal static class AccountEndpoints
{
    /// <summary>The one call that declares no 400 (contract 14).</summary>
    public const string WhoAmIPath = "/v1/developer/auth-context";

    private const string KeyPath = "/_sandbox/key";

    private static readonly ObjectShape Rights = new(Required("scopes", new ListShape(new ChoiceShape([.. ApiScopes.All])) { IsUnique = true }));

    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(WhoAmIPath, async (HttpContext http, ApiCalls calls, SandboxIdentity identity, KeyRights rights) =>
        {
            // A stray parameter has nothing to be refused with.
            var scopes = await rights.LoadAsync(http.RequestAborted);
            await calls.ReadAsync(http, _ => ApiReply.Ok(AuthContext(identity, scopes)));
        });
        routes.MapGet("/v1/merchant", (HttpContext http, ApiCalls calls, SandboxIdentity identity) =>
        {
            ApiQuery.Allow(http);
            return calls.ReadAsync(http, state => ApiReply.Ok(Merchant(identity, state.Now)));
        });
    }

    /// <summary>Takes rights from the key, and gives them back.</summary>
    public static void MapKey(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(KeyPath, async (HttpContext http, KeyRights rights) => Results.Json(new { scopes = await rights.LoadAsync(http.RequestAborted) }));
        routes.MapMethods(KeyPath, ["POST", "PUT"], async (HttpContext http, KeyRights rights) =>
        {
            var wanted = Rights.Read(RequestBody.Parse(await RequestBody.ReadAsync(http)));
            await rights.SetAsync([.. wanted["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>())], http.RequestAborted);
            return Results.Json(new { scopes = await rights.LoadAsync(http.RequestAborted) });
        });
    }

    private static JsonObject AuthContext(SandboxIdentity identity, IReadOnlyList<string> scopes) => new()
    {
        ["api_key_id"] = identity.ApiKeyId,
        ["auth_type"] = "api_key",
        ["environment"] = "sandbox",
        ["expires_at"] = null,
        ["merchant_id"] = identity.MerchantId,
        ["name"] = "Practice key",
        ["organization_id"] = identity.OrganizationId,
        ["sandbox_id"] = identity.SandboxId,
        ["scopes"] = new JsonArray([.. scopes.Select(scope => (JsonNode)scope)]),
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
