using System.Text.Json.Nodes;
using NJsonSchema;

namespace Flint.Operator.Api.Tests.Contract;

// The published request shapes, closed: a member they do not name is an error, as it is at the API.
internal static class RequestSchema
{
    public static async Task<IReadOnlyList<string>> CheckAsync(string name, ReadOnlyMemory<byte> body)
    {
        await using var stream = typeof(RequestSchema).Assembly.GetManifestResourceStream("openapi-subset.json")!;
        var definitions = (await JsonNode.ParseAsync(stream))!["components"]!["schemas"]!.DeepClone();
        Close(definitions);
        var document = new JsonObject { ["$ref"] = $"#/definitions/{name}", ["definitions"] = definitions };
        var schema = await JsonSchema.FromJsonAsync(document.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal));
        return [.. schema.Validate(System.Text.Encoding.UTF8.GetString(body.Span)).Select(error => error.ToString())];
    }

    private static void Close(JsonNode? node)
    {
        if (node is JsonObject schema && schema["properties"] is JsonObject && schema["additionalProperties"] is null)
        {
            schema["additionalProperties"] = false;
        }

        foreach (var child in node switch { JsonObject o => o.Select(pair => pair.Value), JsonArray a => a, _ => Enumerable.Empty<JsonNode?>() })
        {
            Close(child);
        }
    }
}
