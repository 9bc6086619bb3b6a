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

    public string? NextPageToken => Body["next_page_token"]?.GetValue<string>();

    public string? Header(string name) => Message.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage message)
    {
        var body = JsonNode.Parse(await message.Content.ReadAsStringAsync())!.AsObject();
        var request = message.RequestMessage!;
        var schema = message.IsSuccessStatusCode
            ? ContractDocument.Response(request.Method.Method, request.RequestUri!.AbsolutePath, (int)message.StatusCode)
            : ContractDocument.Schema("ErrorEnvelope");
        Assert.NotNull(schema);
        Assert.Empty(SchemaCheck.Run(body, schema));
        return new ApiAnswer(message.StatusCode, body, message);
    }
}
