using Flint.Operator.Sandbox.Faults;
using Flint.Operator.Sandbox.Http;

namespace Flint.Operator.Sandbox.Dashboard;

/// <summary>One request as it may be shown: neither its body, its query, its headers nor its credentials are kept.</summary>
/// <param name="Status">Null where no whole answer left.</param>
internal sealed record LoggedRequest(
    DateTimeOffset At, string Method, string Path, int? Status, string? Key, bool IsReplay, string? Fault, TimeSpan Took)
{
    private const string FaultItem = "sandbox-fault";

    public static void NoteFault(HttpContext http, FaultKind kind) => http.Items[FaultItem] = kind;

    public static LoggedRequest Of(HttpContext http, DateTimeOffset at, TimeSpan took)
    {
        var fault = http.Items[FaultItem] as FaultKind?;
        var isUnanswered = fault is FaultKind.Down or FaultKind.Reset or FaultKind.LostReply or FaultKind.Truncated;
        return new LoggedRequest(
            at, http.Request.Method, http.Request.Path.Value ?? "/", isUnanswered ? null : http.Response.StatusCode, IdempotencyKeys.InForce(http),
            http.Response.Headers.ContainsKey("Idempotency-Replayed"), fault is { } kind ? Words(kind) : null, took);
    }

    /// <summary><c>LostReply</c> as people read it.</summary>
    private static string Words(FaultKind kind) =>
        string.Concat(kind.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
