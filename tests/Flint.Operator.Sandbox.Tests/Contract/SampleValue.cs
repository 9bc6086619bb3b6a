using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>Values that fit a schema.</summary>
internal static class SampleValue
{
    /// <summary>The least that fits: of the alternatives a schema leaves, the first that does.</summary>
    public static JsonNode Of(JsonObject schema)
    {
        var plain = SchemaParts.Plain(schema);
        if (plain["enum"] is JsonArray choices)
            return choices[0]!.DeepClone();
        return SchemaParts.Types(plain).FirstOrDefault(type => type != "null") switch
        {
            "object" => Objects(plain).FirstOrDefault(candidate => SchemaCheck.Run(candidate, schema).Count == 0) ?? Objects(plain).First(),
            "array" => plain["items"] is JsonObject item ? Many(item, plain["minItems"]?.GetValue<int>() ?? 1) : new JsonArray("x"),
            "integer" => JsonValue.Create(plain["minimum"]?.GetValue<long>() ?? 1),
            "number" => JsonValue.Create(plain["minimum"]?.GetValue<decimal>() ?? 1),
            "boolean" => JsonValue.Create(true),
            _ => Text(plain),
        };
    }

    /// <summary>The least, then every choice and both ends of every range.</summary>
    public static IEnumerable<JsonNode?> All(SchemaPlace place)
    {
        var schema = place.Schema;
        yield return Of(schema);
        if (place.IsNullable)
            yield return null;
        foreach (var choice in schema["enum"] as JsonArray ?? [])
            yield return choice?.DeepClone();
        if (schema["maximum"] is { } maximum)
            yield return maximum.DeepClone();
        if (schema["pattern"] is null && schema["format"] is null && schema["minLength"]?.GetValue<int>() is { } shortest)
            yield return new string('1', shortest);
        if (schema["pattern"] is null && schema["maxLength"]?.GetValue<int>() is { } longest)
            yield return Of(schema).GetValue<string>().PadRight(longest, '1');
        if (schema["items"] is JsonObject item && schema["minItems"]?.GetValue<int>() is { } fewest)
            yield return Many(item, fewest);
        if (schema["items"] is JsonObject each && schema["maxItems"]?.GetValue<int>() is { } most)
            yield return Many(each, most);
        if (SchemaParts.Types(schema).Contains("boolean", StringComparer.Ordinal))
            yield return false;
    }

    // Texts differ from each other, for a list that must not repeat one.
    private static JsonArray Many(JsonObject item, int count) =>
        new([.. Enumerable.Range(0, count).Select(index => Of(item) is JsonValue text && text.TryGetValue<string>(out var one) && one == "1" ? (JsonNode)$"{index + 1}" : Of(item))]);

    private static IEnumerable<JsonObject> Objects(JsonObject schema)
    {
        var always = SchemaParts.Required(schema);
        if (always.Count < (schema["minProperties"]?.GetValue<int>() ?? 0))
        {
            foreach (var (name, member) in SchemaParts.Members(schema))
                yield return new JsonObject { [name] = Of(member) };
        }

        foreach (var more in SchemaParts.Alternatives(schema))
        {
            var members = SchemaParts.Members(schema).ToDictionary(member => member.Name, member => member.Schema, StringComparer.Ordinal);
            yield return new JsonObject(always.Union(more, StringComparer.Ordinal).Where(members.ContainsKey).Select(name => KeyValuePair.Create(name, (JsonNode?)Of(members[name]))));
        }
    }

    private static JsonValue Text(JsonObject schema) => JsonValue.Create((schema["format"]?.GetValue<string>(), schema["pattern"]?.GetValue<string>()) switch
    {
        ("date-time", _) => "2026-12-01T10:00:00Z",
        ("uri", _) => "https://example.com/done",
        ("email", _) => "buyer@example.com",
        (_, "^[A-Z]{3}$") => "USD",
        (_, "^[A-Z]{2}$") => "US",
        (_, { } ulid) when ulid.EndsWith("_[0-9A-HJKMNP-TV-Z]{26}$", StringComparison.Ordinal) => ulid[1..ulid.IndexOf('[', StringComparison.Ordinal)] + new string('0', 26),
        _ => new string('1', Math.Max(schema["minLength"]?.GetValue<int>() ?? 1, 1)),
    });
}
