using Flint.Operator.Sandbox.Http.Shapes;
using static Flint.Operator.Sandbox.Http.Shapes.SharedShapes;
using static Flint.Operator.Sandbox.Http.Shapes.ShapeField;

namespace Flint.Operator.Sandbox.Http;

/// <summary>Changes what stays bound to a key, while the sandbox runs.</summary>
internal static class KeyPolicyEndpoints
{
    private const string Path = "/_sandbox/idempotency";

    private static readonly ObjectShape Wanted = new(Optional("keeps_refusals", Flag), Optional("keeps_server_errors", Flag));

    public static void MapKeyPolicy(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (KeyPolicy policy) => Show(policy));
        routes.MapMethods(Path, ["POST", "PUT"], async (HttpContext http, KeyPolicy policy) =>
        {
            var wanted = Wanted.Read(RequestBody.Parse(await RequestBody.ReadAsync(http)));
            policy.KeepsRefusals = wanted["keeps_refusals"]?.GetValue<bool>() ?? policy.KeepsRefusals;
            policy.KeepsServerErrors = wanted["keeps_server_errors"]?.GetValue<bool>() ?? policy.KeepsServerErrors;
            return Show(policy);
        });
    }

    private static IResult Show(KeyPolicy policy) =>
        Results.Json(new { keeps_refusals = policy.KeepsRefusals, keeps_server_errors = policy.KeepsServerErrors });
}
