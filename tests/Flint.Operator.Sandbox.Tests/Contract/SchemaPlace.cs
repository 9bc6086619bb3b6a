using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>One member of a request, at any depth, with what the document says of it.</summary>
/// <param name="Steps">The way there; 0 is the first member of a list.</param>
internal sealed record SchemaPlace(IReadOnlyList<object> Steps, JsonObject Schema, bool IsNullable, IReadOnlyList<string> Required)
{
    /// <summary>The key of a map, whose names are the caller's own.</summary>
    public const string MadeUpKey = "k";

    private const int DeepestBody = 12;

    /// <summary>As the API names it: <c>line_items[0].name</c>.</summary>
    public string Param => string.Concat(Steps.Select((step, index) => step is int at ? $"[{at}]" : index == 0 ? $"{step}" : $".{step}"));

    /// <summary>Every member of a body, each object before its own members.</summary>
    public static IEnumerable<SchemaPlace> Of(JsonObject schema) => Below([], schema);

    /// <summary>A body that holds this value at this place, and else only what leads there.</summary>
    public JsonObject Hold(JsonNode? value)
    {
        foreach (var step in Steps.Reverse())
            value = step is int ? new JsonArray(value) : new JsonObject { [(string)step] = value };
        return value!.AsObject();
    }

    private static IEnumerable<SchemaPlace> Below(IReadOnlyList<object> steps, JsonObject schema)
    {
        // No body is as deep as this. One that contains itself must be heard of, not cut short in silence.
        if (steps.Count > DeepestBody)
            throw new NotSupportedException($"{string.Join('.', steps)} goes deeper than any body of the document.");
        var plain = SchemaParts.Plain(schema);
        var place = new SchemaPlace(steps, plain, SchemaParts.IsNullable(schema), SchemaParts.Required(plain));
        if (steps.Count > 0)
            yield return place;
        foreach (var (step, member) in Steps(plain))
        {
            foreach (var below in Below([.. steps, step], member))
                yield return below;
        }

        static IEnumerable<(object Step, JsonObject Schema)> Steps(JsonObject plain)
        {
            if (plain["items"] is JsonObject item)
                yield return (0, item);
            foreach (var (name, member) in SchemaParts.Members(plain))
                yield return (name, member);
            if (plain["additionalProperties"] is JsonObject value)
                yield return (MadeUpKey, value);
        }
    }
}
