using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Http;

/// <summary>The refusals more than one feature needs, each with the status and type the API gives its family.</summary>
internal static class Problem
{
    public static ApiProblemException Invalid(string code, string message, string? param = null, JsonObject? context = null) =>
        new(400, "validation_error", code, message)
        {
            Param = param,
            Details = [new ProblemDetail(code, param ?? "", message)],
            Context = context ?? [],
        };

    public static ApiProblemException Invalid(IReadOnlyList<ProblemDetail> details) =>
        new(400, "validation_error", details[0].Code, details[0].Message)
        {
            Param = details[0].Param.Length > 0 ? details[0].Param : null,
            Details = details,
        };

    public static ApiProblemException Conflict(
        string code, string message, JsonObject? context = null, bool retryable = false, string? nextSteps = null) =>
        new(409, "conflict_error", code, message)
        {
            ErrorSource = "merchant",
            Context = context ?? [],
            Retryable = retryable,
            NextSteps = nextSteps,
        };

    public static ApiProblemException NotFound(string what, string id, string? param = null) =>
        new(404, "not_found_error", "RESOURCE_NOT_FOUND", $"No {what} has the id '{id}'.") { Param = param };

    public static ApiProblemException Request(int status, string code, string message) =>
        new(status, "invalid_request_error", code, message);

    public static ApiProblemException Unauthorized(string code, string message) =>
        new(401, "authentication_error", code, message);

    public static ApiProblemException Unavailable() =>
        new(503, "unavailable_error", "SERVICE_UNAVAILABLE", "The service is not available right now.")
        {
            ErrorSource = "flint",
            Retryable = true,
            NextSteps = "Send the same request with the same key a little later.",
        };

    public static ApiProblemException RateLimited(int seconds, string reason = "api-key") =>
        new(429, "rate_limit_error", "RATE_LIMIT_EXCEEDED", "Too many requests in a short time.")
        {
            Retryable = true,
            RetryAfterSeconds = seconds,
            RateLimitedReason = reason,
        };

    public static ApiProblemException Internal() =>
        new(500, "internal_error", "INTERNAL_ERROR", "Something went wrong on our side.")
        {
            ErrorSource = "flint",
            Retryable = true,
            NextSteps = "Send the same request with the same key a little later.",
        };
}
