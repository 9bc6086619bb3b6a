using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>Looks through what a schema is put together from.</summary>
internal static class SchemaParts
{
    /// <summary>Looks through references, a wrapper that narrows one, and "or null".</summary>
    public static JsonObject Plain(JsonObject schema)
    {
        schema = ContractDocument.Resolve(schema);
        var parts = (schema["anyOf"] ?? schema["allOf"]) as JsonArray;
        return parts?.OfType<JsonObject>().FirstOrDefault(part => part["$ref"] is not null) is { } inner
            ? parts.OfType<JsonObject>().Append(schema).Aggregate(Plain(inner).DeepClone().AsObject(), Narrow)
            : schema;
    }

    public static bool IsNullable(JsonObject schema)
    {
        schema = ContractDocument.Resolve(schema);
        return Types(schema).Contains("null", StringComparer.Ordinal)
            || (schema["anyOf"] as JsonArray)?.OfType<JsonObject>().Any(part => Types(part).Contains("null", StringComparer.Ordinal)) == true;
    }

    /// <summary>The JSON types a value may have; empty where any will do.</summary>
    public static IReadOnlyList<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray many => [.. many.Select(type => type!.GetValue<string>())],
        JsonValue one => [one.GetValue<string>()],
        _ => [.. (schema["oneOf"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(part => Types(ContractDocument.Resolve(part))).Distinct(StringComparer.Ordinal)],
    };

    /// <summary>The members that an object may have in any of its alternatives, less those it rules out.</summary>
    public static IEnumerable<(string Name, JsonObject Schema)> Members(JsonObject schema)
    {
        var ruledOut = RuledOut(schema);
        return Properties(schema)
            .GroupBy(member => member.Name, member => member.Schema, StringComparer.Ordinal)
            .Where(member => !ruledOut.Contains(member.Key))
            .Select(member => (member.Key, ContractNotes.Narrow(member.Key, Merge([.. member.DistinctBy(form => form.ToJsonString(), StringComparer.Ordinal)]))));
    }

    /// <summary>What an object must have whatever else it has.</summary>
    public static IReadOnlyList<string> Required(JsonObject schema) => schema["required"] is JsonArray names ? [.. names.Select(name => name!.GetValue<string>())] : [];

    /// <summary>What an object must have beside that, in each way its alternatives can be met.</summary>
    public static IEnumerable<IReadOnlyList<string>> Alternatives(JsonObject schema)
    {
        IEnumerable<IReadOnlyList<string>> ways = [[]];
        foreach (var word in new[] { "oneOf", "anyOf" })
        {
            if (schema[word] is JsonArray parts)
                ways = ways.SelectMany(way => parts.OfType<JsonObject>().Select(ContractDocument.Resolve), (way, part) => (IReadOnlyList<string>)[.. way, .. Required(part)]);
        }

        return ways;
    }

    /// <summary>Every name that a member of anything has, anywhere in the document.</summary>
    public static IReadOnlyCollection<string> AllNames { get; } =
        ContractDocument.Root["components"]!["schemas"]!.AsObject().SelectMany(schema => Names(schema.Value)).ToHashSet(StringComparer.Ordinal);

    private static bool IsClosed(JsonObject schema) => schema["additionalProperties"]?.GetValueKind() == System.Text.Json.JsonValueKind.False;

    /// <summary>An object whose members are known is closed to all others, whether or not the document repeats it for this one (contract 3.1).</summary>
    public static bool HasKnownMembers(JsonObject schema) => schema["additionalProperties"] is not JsonObject && Properties(schema).Any();

    private static IEnumerable<(string Name, JsonObject Schema)> Properties(JsonObject schema)
    {
        foreach (var (name, member) in schema["properties"] as JsonObject ?? [])
            yield return (name, member!.AsObject());
        foreach (var part in new[] { "allOf", "oneOf", "anyOf" }.SelectMany(word => schema[word] as JsonArray ?? []).OfType<JsonObject>())
        {
            foreach (var member in Properties(ContractDocument.Resolve(part)))
                yield return member;
        }
    }

    // `"not": {"required": ["x"]}`, of the object itself or of a part that always holds.
    private static HashSet<string> RuledOut(JsonObject schema) =>
    [
        .. new[] { schema }.Concat((schema["allOf"] as JsonArray ?? []).OfType<JsonObject>())
            .Select(part => part["not"]?["required"] as JsonArray)
            .OfType<JsonArray>()
            .Where(names => names.Count == 1)
            .Select(names => names[0]!.GetValue<string>()),
    ];

    // A member that each alternative describes for itself may have any of these forms.
    private static JsonObject Merge(IReadOnlyList<JsonObject> forms)
    {
        var plain = forms.Select(form => Plain(form).DeepClone().AsObject()).ToArray();
        if (plain.Length == 1)
            return forms[0];
        if (plain.All(form => form["enum"] is JsonArray choices && choices.All(choice => choice?.GetValueKind() == System.Text.Json.JsonValueKind.String)))
            return new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. plain.SelectMany(form => form["enum"]!.AsArray()).Select(choice => choice!.GetValue<string>()).Distinct(StringComparer.Ordinal).Select(choice => (JsonNode)choice)]) };
        if (!plain.All(form => form["properties"] is JsonObject))
            return forms[0];
        var merged = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(plain.SelectMany(form => form["properties"]!.AsObject()).DistinctBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))),
            ["required"] = new JsonArray([.. plain.Select(Required).Aggregate((all, these) => [.. all.Intersect(these, StringComparer.Ordinal)]).Select(name => (JsonNode)name)]),
            ["oneOf"] = new JsonArray([.. plain]),
        };
        if (plain.All(IsClosed))
            merged["additionalProperties"] = false;
        return merged;
    }

    private static IEnumerable<string> Names(JsonNode? node)
    {
        var own = (node as JsonObject)?["properties"] is JsonObject named ? named.Select(member => member.Key) : [];
        var children = node switch { JsonObject parts => parts.Select(part => part.Value), JsonArray items => items, _ => Enumerable.Empty<JsonNode?>() };
        return own.Concat(children.SelectMany(Names));
    }

    // What stands beside a reference tightens it: a bound of a member, or a combination that is ruled out.
    private static JsonObject Narrow(JsonObject inner, JsonObject beside)
    {
        foreach (var (name, member) in beside["properties"] as JsonObject ?? [])
        {
            var known = Plain(inner["properties"]![name]!.AsObject()).DeepClone().AsObject();
            foreach (var (word, value) in member!.AsObject())
                known[word] = value?.DeepClone();
            inner["properties"]![name] = known;
        }

        if (beside["not"] is { } not)
            inner["allOf"] = new JsonArray(new JsonObject { ["not"] = not.DeepClone() });
        return inner;
    }
}
