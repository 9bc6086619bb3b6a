using System.Net;
using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Tests.Contract;

namespace Flint.Operator.Sandbox.Tests;

/// <summary>An answer of the API. Reading one already holds it against the contract, in every test.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, JsonObject Body, HttpResponseMessage Message)
{
    public JsonNode Data => Body["data"]!;

    public JsonArray List => Body["data"]!.AsArray();

    public JsonNode Error => Body["error"]!;

    public string Code => Error["code"]!.GetValue<string>();

    public string? Param => Error["param"]?.GetValue<string>();

    public string? NextPageToken => Body["next_page_token"]?.GetValue<string>();

    public string? Header(string name) => Message.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage message)
    {
        var body = JsonNode.Parse(await message.Content.ReadAsStringAsync())!.AsObject();
        var request = message.RequestMessage!;
        var status = (int)message.StatusCode;

        // A route or a method that is not of the API has no schema but that of a refusal.
        var operation = ContractDocument.Find(request.Method.Method, request.RequestUri!.AbsolutePath);
        var schema = operation is null && !message.IsSuccessStatusCode ? ContractDocument.Schema("ErrorEnvelope") : operation?.Response(status);
        Assert.True(schema is not null, $"{operation} declares no {status}: {body.ToJsonString()}");
        Assert.Empty(SchemaCheck.Run(body, schema));
        return new ApiAnswer(message.StatusCode, body, message);
    }
}
