using Flint.Operator.Sandbox.Catalog;
using Flint.Operator.Sandbox.Demo;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Control;

/// <summary>Empties the sandbox and fills it, while it runs.</summary>
internal static class StateEndpoints
{
    public static void MapState(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/_sandbox/reset", async (HttpContext http, SandboxDatabase database) =>
        {
            await database.RunAsync(Clear, http.RequestAborted);
            return Results.NoContent();
        });
        routes.MapPost("/_sandbox/demo", async (HttpContext http, SandboxDatabase database) =>
        {
            await database.RunAsync(DemoMerchant.AddTo, http.RequestAborted);
            return Results.NoContent();
        });
    }

    /// <summary>The key, the merchant and what it sells stay: whoever works against this sandbox can go on.</summary>
    public static bool Clear(SandboxState state)
    {
        state.Clear();
        return CatalogSeed.Apply(state);
    }
}
