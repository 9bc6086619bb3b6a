using System.Text.Json;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Control;

internal static class ClockEndpoints
{
    private const string Path = "/_sandbox/clock";
    private const long FarthestSeconds = 10L * 365 * 24 * 3600;

    public static void MapClock(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (SandboxClock clock) => Show(clock));
        routes.MapMethods(Path, ["POST", "PUT"], SetAsync);
        routes.MapDelete(Path, (SandboxClock clock) =>
        {
            clock.Offset = TimeSpan.Zero;
            return Show(clock);
        });
    }

    private static async Task<IResult> SetAsync(HttpContext http, SandboxClock clock)
    {
        try
        {
            var wanted = await JsonSerializer.DeserializeAsync<Setting>(http.Request.Body, StateJson.Options, http.RequestAborted);
            if (wanted is { OffsetSeconds: >= -FarthestSeconds and <= FarthestSeconds })
            {
                clock.Offset = TimeSpan.FromSeconds(wanted.OffsetSeconds);
                return Show(clock);
            }
        }
        catch (JsonException)
        {
            // Answered below, like a number that is too large.
        }

        return Results.Json(new { error = "Send offset_seconds, a whole number within ten years." }, statusCode: 400);
    }

    private static IResult Show(SandboxClock clock) =>
        Results.Json(
            new { offset_seconds = (long)clock.Offset.TotalSeconds, now = Timestamp.Write(clock.GetUtcNow()) });

    private sealed record Setting(long OffsetSeconds);
}
