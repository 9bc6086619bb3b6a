using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>One member of a request, at any depth, with what the document says of it.</summary>
/// <param name="Steps">The way there; 0 is the first member of a list.</param>
internal sealed record SchemaPlace(IReadOnlyList<object> Steps, JsonObject Schema, bool IsNullable, IReadOnlyList<string> Required)
{
    /// <summary>As the API names it: <c>line_items[0].name</c>.</summary>
    public string Param => string.Concat(Steps.Select((step, index) => step is int at ? $"[{at}]" : index == 0 ? $"{step}" : $".{step}"));

    /// <summary>Every member of a body, each object before its own members.</summary>
    public static IEnumerable<SchemaPlace> Of(JsonObject schema) => Below([], schema, depth: 0);

    /// <summary>A body that holds this value at this place, and else only what leads there.</summary>
    public JsonObject Hold(JsonNode? value)
    {
        foreach (var step in Steps.Reverse())
            value = step is int ? new JsonArray(value) : new JsonObject { [(string)step] = value };
        return value!.AsObject();
    }

    private static IEnumerable<SchemaPlace> Below(IReadOnlyList<object> steps, JsonObject schema, int depth)
    {
        var plain = SchemaParts.Plain(schema);
        var place = new SchemaPlace(steps, plain, SchemaParts.IsNullable(schema), SchemaParts.Required(plain));
        if (steps.Count > 0)
            yield return place;
        if (depth > 6)
            yield break;
        if (plain["items"] is JsonObject item)
        {
            foreach (var below in Below([.. steps, 0], item, depth + 1))
                yield return below;
        }

        foreach (var (name, member) in SchemaParts.Members(plain))
        {
            foreach (var below in Below([.. steps, name], member, depth + 1))
                yield return below;
        }
    }
}
