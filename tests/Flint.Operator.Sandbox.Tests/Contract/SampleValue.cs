using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>Some value that fits a schema by itself.</summary>
internal static class SampleValue
{
    public static JsonNode Of(JsonObject schema)
    {
        schema = SchemaParts.Plain(schema);
        if (schema["enum"] is JsonArray choices)
            return choices[0]!.DeepClone();
        return SchemaParts.Types(schema).FirstOrDefault(type => type != "null") switch
        {
            "object" => new JsonObject(SchemaParts.Required(schema).Select(name => KeyValuePair.Create(name, (JsonNode?)Of(SchemaParts.Members(schema).First(member => member.Name == name).Schema)))),
            "array" => new JsonArray([.. Enumerable.Range(0, schema["minItems"]?.GetValue<int>() ?? 1).Select(_ => schema["items"] is JsonObject item ? Of(item) : "x")]),
            "integer" => JsonValue.Create(schema["minimum"]?.GetValue<long>() ?? 1),
            "number" => JsonValue.Create(schema["minimum"]?.GetValue<decimal>() ?? 1),
            "boolean" => JsonValue.Create(true),
            _ => Text(schema),
        };
    }

    private static JsonValue Text(JsonObject schema) => JsonValue.Create((schema["format"]?.GetValue<string>(), schema["pattern"]?.GetValue<string>()) switch
    {
        ("date-time", _) => "2026-12-01T10:00:00Z",
        ("uri", _) => "https://example.com/done",
        ("email", _) => "buyer@example.com",
        (_, "^[A-Z]{3}$") => "USD",
        (_, "^[A-Z]{2}$") => "US",
        _ => new string('1', Math.Max(schema["minLength"]?.GetValue<int>() ?? 1, 1)),
    });
}
