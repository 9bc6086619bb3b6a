using System.Text.Json;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Faults;

internal static class FaultEndpoints
{
    private const string Path = "/_sandbox/faults";

    private static readonly JsonSerializerOptions Json = new(StateJson.Options)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static void MapFaults(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (FaultBook book) => Results.Json(book.Plan, Json));
        routes.MapMethods(Path, ["POST", "PUT"], SetAsync);
        routes.MapDelete(Path, (FaultBook book) => Results.Json(book.Plan = new FaultPlan(), Json));
    }

    private static async Task<IResult> SetAsync(HttpContext http, FaultBook book)
    {
        try
        {
            var plan = await JsonSerializer.DeserializeAsync<FaultPlan>(http.Request.Body, Json, http.RequestAborted);
            if (plan?.Rules.All(rule => rule.IsSound) == true)
                return Results.Json(book.Plan = plan, Json);
        }
        catch (JsonException exception)
        {
            return Results.Json(new { error = exception.Message }, Json, statusCode: 400);
        }

        return Results.Json(new { error = "A rule is out of its bounds." }, Json, statusCode: 400);
    }
}
