using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>What a query parameter can be, by its schema: every choice, both ends of a range, something where anything will do.</summary>
internal static class QueryValue
{
    public static IEnumerable<string> Of(JsonObject schema)
    {
        if (schema["items"] is JsonObject item)
        {
            var members = Of(item).ToArray();
            return members.Length > 1 ? [.. members, string.Join(',', members)] : members;
        }

        if (schema["enum"] is JsonArray choices)
            return choices.Select(choice => choice!.GetValue<string>());
        return schema["type"]!.GetValue<string>() switch
        {
            "boolean" => ["true", "false"],
            "integer" => new[] { schema["minimum"], schema["maximum"], schema["default"] }.OfType<JsonNode>().Select(number => number.ToJsonString()),
            _ => Texts(schema),
        };
    }

    private static IEnumerable<string> Texts(JsonObject schema)
    {
        if (schema["format"]?.GetValue<string>() is "date-time")
            return ["2026-09-14T10:00:00Z", "2026-09-14T12:00:00.250+02:00"];
        if (schema["pattern"] is not null)
            return ["USD"];
        return schema["maxLength"] is { } longest ? ["x", new string('x', longest.GetValue<int>())] : ["x"];
    }
}
