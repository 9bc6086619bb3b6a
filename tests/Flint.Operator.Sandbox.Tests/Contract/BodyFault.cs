using System.Text.Json;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>A body that breaks one rule of its schema, and how the API has to say so.</summary>
/// <param name="Codes">The codes that fit; empty where the contract names several for such a field.</param>
internal sealed record BodyFault(string What, JsonObject Body, string Param, params string[] Codes)
{
    private const string Stray = "no_such_field";

    /// <summary>Whether the object in question has a member of that name itself.</summary>
    public Func<string, bool> Owns { get; private init; } = _ => false;

    /// <summary>Every way a body can break its schema at one place.</summary>
    public static IEnumerable<BodyFault> Of(JsonObject schema)
    {
        schema = SchemaParts.Plain(schema);
        // A session's own word for it (contract 4.3) says the same.
        yield return new BodyFault("unknown field", new JsonObject { [Stray] = 1 }, Stray, "UNKNOWN_FIELD", "CHECKOUT_SESSION_UPDATE_FIELD_NOT_ALLOWED");
        foreach (var name in SchemaParts.Required(schema))
            yield return new BodyFault("missing", [], name);
        foreach (var fault in SchemaPlace.Of(schema).SelectMany(At))
            yield return fault;
    }

    /// <summary>Every closed object of a body, holding a member of each name that the document has for anything else.</summary>
    public static IEnumerable<BodyFault> Strays(JsonObject schema)
    {
        schema = SchemaParts.Plain(schema);
        yield return Filled(schema, "", stray => stray);
        foreach (var place in SchemaPlace.Of(schema).Where(place => SchemaParts.IsClosed(place.Schema)))
            yield return Filled(place.Schema, place.Param, place.Hold);
    }

    private static BodyFault Filled(JsonObject schema, string param, Func<JsonObject, JsonObject> hold)
    {
        var own = SchemaParts.Members(schema).Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        var strays = new JsonObject(SchemaParts.AllNames.Where(name => !own.Contains(name)).Select(name => KeyValuePair.Create(name, (JsonNode?)JsonValue.Create(1))));
        return new BodyFault("fields of anything else", hold(strays), param, "UNKNOWN_FIELD", "CHECKOUT_SESSION_UPDATE_FIELD_NOT_ALLOWED") { Owns = own.Contains };
    }

    private static IEnumerable<BodyFault> At(SchemaPlace place)
    {
        var schema = place.Schema;
        yield return new BodyFault("wrong type", place.Hold(OfAnotherType(schema)), place.Param, "INVALID_FIELD_TYPE");
        if (!place.IsNullable)
            yield return new BodyFault("null", place.Hold(null), place.Param, "NULL_NOT_ALLOWED");
        if (SchemaParts.Types(schema).Contains("object", StringComparer.Ordinal))
        {
            if (SchemaParts.IsClosed(schema))
                yield return new BodyFault("unknown field", place.Hold(new JsonObject { [Stray] = 1 }), $"{place.Param}.{Stray}", "UNKNOWN_FIELD");
            foreach (var name in place.Required)
                yield return new BodyFault("missing", place.Hold(new JsonObject()), $"{place.Param}.{name}");
        }

        foreach (var (what, value) in OutOfBounds(schema))
            yield return new BodyFault(what, place.Hold(value), place.Param);
    }

    private static JsonValue OfAnotherType(JsonObject schema) =>
        SchemaParts.Types(schema).FirstOrDefault(type => type != "null") is "string" ? JsonValue.Create(7) : JsonValue.Create("seven");

    private static IEnumerable<(string What, JsonNode Value)> OutOfBounds(JsonObject schema)
    {
        if (schema["enum"] is JsonArray { Count: > 0 } choices && choices[0]?.GetValueKind() == JsonValueKind.String)
            yield return ("no such choice", "no_such_choice");
        if (schema["minimum"] is { } minimum)
            yield return ("too small", minimum.GetValue<decimal>() - 1);
        if (schema["maximum"] is { } maximum)
            yield return ("too large", maximum.GetValue<decimal>() + 1);
        if (schema["minLength"] is { } shortest && shortest.GetValue<int>() > 0)
            yield return ("too short", new string('x', shortest.GetValue<int>() - 1));
        if (schema["maxLength"] is { } longest)
            yield return ("too long", new string('X', longest.GetValue<int>() + 1));
        if (schema["pattern"] is not null)
            yield return ("not in its form", "   ");
        if (schema["format"]?.GetValue<string>() is "date-time")
            yield return ("not a time", "last Tuesday");
        if (schema["minItems"] is { } fewest && fewest.GetValue<int>() > 0)
            yield return ("too few", new JsonArray());
        if (schema["maxItems"] is { } most)
            yield return ("too many", new JsonArray([.. Enumerable.Range(0, most.GetValue<int>() + 1).Select(_ => (JsonNode?)new JsonObject())]));
    }
}
