using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Flint.Operator.Api.Tests.Contract;

// The published request shapes, closed: a member they do not name is an error, as it is at the API.
internal static class RequestSchema
{
    private static readonly string[] Alternatives = ["oneOf", "anyOf", "allOf", "not"];

    private static readonly JsonObject Definitions = ReadDefinitions();

    // Reading one takes the whole document along; checking against one does not.
    private static readonly ConcurrentDictionary<string, Task<JsonSchema>> Known = new(StringComparer.Ordinal);

    public static Task<IReadOnlyList<string>> CheckAsync(string name, ReadOnlyMemory<byte> body) =>
        CheckAsync(new JsonObject { ["$ref"] = $"#/components/schemas/{name}" }, Encoding.UTF8.GetString(body.Span));

    public static async Task<IReadOnlyList<string>> CheckAsync(JsonObject schema, string json)
    {
        var read = Known.GetOrAdd(schema.ToJsonString(), ReadAsync);
        return [.. (await read).Validate(json).Select(error => error.ToString())];
    }

    private static Task<JsonSchema> ReadAsync(string schema)
    {
        var document = JsonNode.Parse(schema)!.AsObject();
        document["definitions"] = Definitions.DeepClone();
        return JsonSchema.FromJsonAsync(document.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal));
    }

    private static JsonObject ReadDefinitions()
    {
        var definitions = ContractDocument.Root["components"]!["schemas"]!.DeepClone().AsObject();
        Close(definitions, isAlternative: false);
        return definitions;
    }

    // An alternative names only the members it is about: closed by itself, it would rule out all others.
    private static void Close(JsonNode? node, bool isAlternative)
    {
        if (node is JsonObject schema)
        {
            if (!isAlternative && schema["properties"] is JsonObject && schema["additionalProperties"] is null && !NarrowsAnother(schema))
            {
                schema["additionalProperties"] = false;
            }

            foreach (var (name, child) in schema)
            {
                Close(child, Alternatives.Contains(name, StringComparer.Ordinal));
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Close(item, isAlternative);
            }
        }
    }

    // Nor does what narrows another shape name all of its members; that one is closed where it stands.
    private static bool NarrowsAnother(JsonObject schema) => schema["allOf"] is JsonArray all && all.Any(part => part?["$ref"] is not null);
}
