using System.Text.Json;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>Values that break one keyword of a schema each.</summary>
internal static class BadValue
{
    /// <summary>Numbers that are no whole number which the API could hold.</summary>
    public static IEnumerable<(string What, JsonNode Value)> TypesOf(JsonObject schema)
    {
        if (!SchemaParts.Types(schema).Contains("integer", StringComparer.Ordinal))
            yield break;
        yield return ("a fraction", 1.5m);
        yield return ("no number of 64 bits", 100_000_000_000_000_000_000m);
    }

    public static IEnumerable<(string What, JsonNode Value)> BoundsOf(JsonObject schema)
    {
        if (schema["enum"] is JsonArray { Count: > 0 } choices && choices[0]?.GetValueKind() == JsonValueKind.String)
            yield return ("no such choice", "no_such_choice");
        if (schema["minimum"] is { } minimum)
            yield return ("too small", minimum.GetValue<decimal>() - 1);
        if (schema["maximum"] is { } maximum)
            yield return ("too large", maximum.GetValue<decimal>() + 1);
        if (schema["format"]?.GetValue<string>() is "int32")
            yield return ("no number of 32 bits", int.MaxValue + 1L);
        if (schema["multipleOf"] is { } step)
            yield return ("too fine", (schema["minimum"]?.GetValue<decimal>() ?? 0) + (step.GetValue<decimal>() / 2));
        foreach (var bad in TextsOf(schema).Concat(ListsOf(schema)))
            yield return bad;
    }

    private static IEnumerable<(string What, JsonNode Value)> TextsOf(JsonObject schema)
    {
        if (schema["minLength"] is { } shortest && shortest.GetValue<int>() > 0)
            yield return ("too short", new string('x', shortest.GetValue<int>() - 1));
        if (schema["maxLength"] is { } longest)
            yield return ("too long", new string('X', longest.GetValue<int>() + 1));
        if (schema["pattern"] is not null)
            yield return ("not in its form", "   ");
        if (schema["format"]?.GetValue<string>() is "date-time")
            yield return ("not a time", "last Tuesday");
        if (schema["format"]?.GetValue<string>() is "uri")
        {
            yield return ("not an address", "example.com/done");
            yield return ("not an https address", "ftp://example.com/done");
        }
    }

    private static IEnumerable<(string What, JsonNode Value)> ListsOf(JsonObject schema)
    {
        if (schema["minItems"] is { } fewest && fewest.GetValue<int>() > 0)
            yield return ("too few", new JsonArray());
        if (schema["maxItems"] is { } most)
            yield return ("too many", new JsonArray([.. Enumerable.Range(0, most.GetValue<int>() + 1).Select(_ => (JsonNode?)new JsonObject())]));
        if (schema["uniqueItems"]?.GetValue<bool>() == true)
            yield return ("one twice", new JsonArray("x", "x"));
    }
}
