using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Http;

/// <summary>An answer before it is put into its envelope: what is kept for a replay.</summary>
internal sealed record ApiReply(int Status, JsonNode Payload)
{
    public bool IsError { get; init; }
    public bool IsReplay { get; init; }
    public string? NextPageToken { get; init; }

    public static ApiReply Ok(JsonNode data) => new(200, data);

    public static ApiReply Created(JsonNode data) => new(201, data);

    public static ApiReply Refused(ApiProblemException problem) =>
        new(problem.Status, problem.ToJson()) { IsError = true };
}
