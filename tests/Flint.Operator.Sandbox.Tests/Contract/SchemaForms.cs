using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>The forms one object can take: what each alternative of its schema asks for, and all of it that goes together.</summary>
internal static class SchemaForms
{
    /// <summary>The smallest body of each alternative, whole in itself.</summary>
    public static IReadOnlyList<JsonObject> Smallest(JsonObject schema) => [.. Seeds(schema).Where(form => Fits(form, schema))];

    /// <summary>As much as each alternative lets one send.</summary>
    public static IReadOnlyList<JsonObject> Fullest(JsonObject schema) => [.. Smallest(schema).Select(form => Fill(form, schema))];

    /// <summary>
    /// What a caller could take for a form: one with a member less, one with a member more, and two in one. Whether it is one is
    /// for the schema to say.
    /// </summary>
    public static IEnumerable<JsonObject> Near(JsonObject schema)
    {
        var seeds = Seeds(schema).ToArray();
        var more = SchemaParts.Members(schema).Select(member => new JsonObject { [member.Name] = Value(member.Schema) }).ToArray();
        IEnumerable<JsonObject> near =
        [
            [],
            .. seeds,
            .. seeds.SelectMany(seed => seed.Select(member => Without(seed, member.Key))),
            .. seeds.SelectMany(seed => seeds.Concat(more).Select(other => With(seed, other))),
        ];
        return near.DistinctBy(form => form.ToJsonString(), StringComparer.Ordinal);
    }

    /// <summary>A body that is whole around this value at this place: beside it stands what the document asks for there, and no more.</summary>
    public static JsonNode? Around(SchemaPlace place, JsonNode? value, JsonObject schema, int step = 0)
    {
        if (step == place.Steps.Count)
            return value;
        var plain = SchemaParts.Plain(schema);
        if (place.Steps[step] is not string name)
            return new JsonArray([.. Enumerable.Range(0, Math.Max(1, plain["minItems"]?.GetValue<int>() ?? 1)).Select(_ => Around(place, value, plain["items"]!.AsObject(), step + 1)?.DeepClone())]);
        var member = SchemaParts.Members(plain).Where(member => member.Name == name).Select(member => member.Schema).FirstOrDefault() ?? plain["additionalProperties"]!.AsObject();
        var inner = new JsonObject { [name] = Around(place, value, member, step + 1)?.DeepClone() };
        var more = SchemaParts.Members(plain).Select(other => With(new JsonObject { [other.Name] = Value(other.Schema) }, inner));
        return Seeds(plain).Select(seed => With(seed, inner)).Prepend(inner).Concat(more).FirstOrDefault(form => Fits(form, plain)) ?? inner;
    }

    public static bool Fits(JsonNode? value, JsonObject schema) => SchemaCheck.Run(value, schema).Count == 0;

    private static JsonNode? Value(JsonObject schema)
    {
        var plain = SchemaParts.Plain(schema);
        if (SchemaParts.Types(plain).Contains("object", StringComparer.Ordinal) && SchemaParts.Members(plain).Any())
            return Smallest(plain)[0];
        return plain["items"] is JsonObject item
            ? new JsonArray([.. Enumerable.Range(0, Math.Max(1, plain["minItems"]?.GetValue<int>() ?? 1)).Select(_ => Value(item))])
            : SampleValue.Of(schema);
    }

    private static IEnumerable<JsonObject> Seeds(JsonObject schema, JsonObject? whole = null)
    {
        schema = ContractDocument.Resolve(schema);
        whole ??= schema;
        var required = new JsonObject(SchemaParts.Required(schema).Select(name => KeyValuePair.Create(name, MemberValue(schema, whole, name))));
        var alternatives = new[] { "oneOf", "anyOf" }.SelectMany(word => schema[word] as JsonArray ?? []).OfType<JsonObject>().ToArray();
        if (whole != schema)
        {
            // An alternative that fixes a member, such as a mode, is told by it even where it does not require it.
            var fixedOnes = (schema["properties"] as JsonObject ?? []).Where(member => member.Value!["enum"] is JsonArray { Count: 1 });
            required = With(required, new JsonObject(fixedOnes.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value!["enum"]![0]!.DeepClone()))));
        }

        if (required.Count < (schema["minProperties"]?.GetValue<int>() ?? 0))
            return SchemaParts.Members(schema).Select(member => new JsonObject { [member.Name] = Value(member.Schema) });
        return alternatives.Length == 0 ? [required] : alternatives.SelectMany(part => Seeds(part, whole)).Select(seed => With(required, seed));
    }

    private static JsonNode? MemberValue(JsonObject part, JsonObject whole, string name) =>
        Value(SchemaParts.Members(part).Concat(SchemaParts.Members(whole)).First(member => member.Name == name).Schema);

    private static JsonObject Fill(JsonObject form, JsonObject schema)
    {
        foreach (var (name, member) in SchemaParts.Members(schema))
        {
            var plain = SchemaParts.Plain(member);
            var value = SchemaParts.Members(plain).Any() ? Fullest(plain)[0]
                : plain["items"] is JsonObject item && SchemaParts.Members(SchemaParts.Plain(item)).Any() ? new JsonArray([.. Fullest(SchemaParts.Plain(item)).Take(plain["maxItems"]?.GetValue<int>() ?? int.MaxValue)])
                : Value(member);
            var fuller = With(form, new JsonObject { [name] = value });
            if (Fits(fuller, schema))
                form = fuller;
        }

        return form;
    }

    private static JsonObject With(JsonObject form, JsonObject more)
    {
        var both = form.DeepClone().AsObject();
        foreach (var (name, value) in more)
            both[name] = value?.DeepClone();
        return both;
    }

    private static JsonObject Without(JsonObject form, string name)
    {
        var less = form.DeepClone().AsObject();
        less.Remove(name);
        return less;
    }
}
