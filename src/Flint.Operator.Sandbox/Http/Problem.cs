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

    /// <summary>A status by itself, in the family and with the code that the API gives it first.</summary>
    public static ApiProblemException OfStatus(int status, string? code)
    {
        var (type, usual) = status switch
        {
            401 => ("authentication_error", "INVALID_API_KEY"),
            402 => ("payment_error", "CARD_DECLINED"),
            403 => ("authorization_error", "INSUFFICIENT_SCOPE"),
            404 => ("not_found_error", "RESOURCE_NOT_FOUND"),
            409 => ("conflict_error", "CONCURRENT_MODIFICATION"),
            410 => ("invalid_request_error", "API_VERSION_RETIRED"),
            413 => ("invalid_request_error", "REQUEST_BODY_TOO_LARGE"),
            415 => ("invalid_request_error", "UNSUPPORTED_CONTENT_TYPE"),
            429 => ("rate_limit_error", "RATE_LIMIT_EXCEEDED"),
            503 => ("unavailable_error", "SERVICE_UNAVAILABLE"),
            504 => ("timeout_error", "REQUEST_TIMEOUT"),
            >= 500 => ("internal_error", "INTERNAL_ERROR"),
            _ => ("validation_error", "VALIDATION_ERROR"),
        };
        return new ApiProblemException(status, type, code ?? usual, "The sandbox was asked to answer so.")
        {
            ErrorSource = status >= 500 ? "flint" : "integration",
            Retryable = status is 429 or >= 500,
        };
    }
}
