using Flint.Operator.Sandbox.Http;

namespace Flint.Operator.Sandbox.Faults;

internal static class FaultEndpoints
{
    private const string Path = "/_sandbox/faults";

    public static void MapFaults(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (FaultBook book) => Show(book));
        routes.MapMethods(Path, ["POST", "PUT"], async (HttpContext http, FaultBook book) =>
        {
            book.Use(FaultShapes.Read(await RequestBody.ReadAsync(http)));
            return Show(book);
        });
        routes.MapDelete(Path, (FaultBook book) =>
        {
            book.Use(new FaultPlan());
            return Show(book);
        });
    }

    private static IResult Show(FaultBook book) => Results.Text(book.Shown, "application/json");
}
