using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Http;

/// <summary>A refusal in the words of the hosted API. It ends the request and is written as its error envelope.</summary>
internal sealed class ApiProblemException(int status, string type, string code, string message) : Exception(message)
{
    public int Status { get; } = status;
    public string Type { get; } = type;
    public string Code { get; } = code;
    public string ErrorSource { get; init; } = "integration";
    public string? Param { get; init; }
    public bool Retryable { get; init; }
    public string? NextSteps { get; init; }
    public int? RetryAfterSeconds { get; init; }
    public string? RateLimitedReason { get; init; }
    public IReadOnlyList<ProblemDetail> Details { get; init; } = [];

    /// <summary>Context members of the error object, such as <c>current_version</c>.</summary>
    public JsonObject Context { get; init; } = [];

    public JsonObject ToJson()
    {
        var error = new JsonObject
        {
            ["code"] = Code,
            ["type"] = Type,
            ["message"] = Message,
            ["doc_url"] = $"https://developers.withflintpay.com/docs/errors#{Code.ToLowerInvariant()}",
            ["error_source"] = ErrorSource,
            ["remediation"] = Remediation(),
        };
        if (Param is not null)
            error["param"] = Param;
        if (Details.Count > 0)
            error["details"] = new JsonArray([.. Details.Select(detail => detail.ToJson())]);
        foreach (var (name, value) in Context)
            error[name] = value?.DeepClone();
        return error;
    }

    private JsonObject Remediation()
    {
        var remediation = new JsonObject { ["retryable"] = Retryable };
        if (NextSteps is not null)
            remediation["next_steps"] = NextSteps;
        var fields = Details.Select(detail => detail.Param).Where(param => param.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        if (fields.Length > 0)
            remediation["missing_or_invalid_fields"] = new JsonArray([.. fields.Select(field => (JsonNode)field)]);
        return remediation;
    }
}
