using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>A body that breaks one rule of its schema, and how the API has to say so.</summary>
/// <param name="Codes">The codes that fit.</param>
internal sealed record BodyFault(string What, JsonObject Body, string Param, params string[] Codes)
{
    private const string Stray = "no_such_field";

    /// <summary>Whether the object in question has a member of that name itself.</summary>
    public Func<string, bool> Owns { get; private init; } = _ => false;

    /// <summary>Every way a body can break its schema at one place.</summary>
    public static IEnumerable<BodyFault> Of(JsonObject schema)
    {
        schema = SchemaParts.Plain(schema);
        yield return new BodyFault("unknown field", new JsonObject { [Stray] = 1 }, Stray, FaultCodes.Unknown(isRoot: true));
        foreach (var name in SchemaParts.Required(schema))
            yield return new BodyFault("missing", [], name, FaultCodes.Missing(name));
        if (schema["minProperties"] is not null)
            yield return new BodyFault("nothing in it", [], "", FaultCodes.Empty(isRoot: true));
        foreach (var fault in SchemaPlace.Of(schema).SelectMany(At))
            yield return fault;
    }

    /// <summary>Every object of a body whose members are known, holding a member of each name that the document has for anything else.</summary>
    public static IEnumerable<BodyFault> Strays(JsonObject schema)
    {
        schema = SchemaParts.Plain(schema);
        yield return Filled(schema, "", stray => stray);
        foreach (var place in SchemaPlace.Of(schema).Where(place => SchemaParts.HasKnownMembers(place.Schema)))
            yield return Filled(place.Schema, place.Param, place.Hold);
    }

    private static BodyFault Filled(JsonObject schema, string param, Func<JsonObject, JsonObject> hold)
    {
        var own = SchemaParts.Members(schema).Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        bool Owns(string name) => own.Contains(name) || ContractNotes.HasBesideTheDocument(param, name);
        var strays = new JsonObject(SchemaParts.AllNames.Where(name => !Owns(name)).Select(name => KeyValuePair.Create(name, (JsonNode?)JsonValue.Create(1))));
        return new BodyFault("fields of anything else", hold(strays), param, FaultCodes.Unknown(param.Length == 0)) { Owns = Owns };
    }

    private static IEnumerable<BodyFault> At(SchemaPlace place)
    {
        var schema = place.Schema;
        yield return new BodyFault("wrong type", place.Hold(OfAnotherType(schema)), place.Param, "INVALID_FIELD_TYPE");
        if (!place.IsNullable)
            yield return new BodyFault("null", place.Hold(null), place.Param, "NULL_NOT_ALLOWED");
        if (SchemaParts.Types(schema).Contains("object", StringComparer.Ordinal))
        {
            if (SchemaParts.HasKnownMembers(schema))
                yield return new BodyFault("unknown field", place.Hold(new JsonObject { [Stray] = 1 }), $"{place.Param}.{Stray}", FaultCodes.Unknown(isRoot: false));
            foreach (var name in place.Required)
                yield return new BodyFault("missing", place.Hold(new JsonObject()), $"{place.Param}.{name}", FaultCodes.Missing(name));
            if (schema["minProperties"] is not null)
                yield return new BodyFault("nothing in it", place.Hold(new JsonObject()), place.Param, FaultCodes.Empty(isRoot: false));
        }

        foreach (var (what, value) in BadValue.TypesOf(schema))
            yield return new BodyFault(what, place.Hold(value), place.Param, "INVALID_FIELD_TYPE");
        foreach (var (what, value) in BadValue.BoundsOf(schema))
            yield return new BodyFault(what, place.Hold(value), place.Param, FaultCodes.OutOfBounds(place, what));
    }

    private static JsonValue OfAnotherType(JsonObject schema) =>
        SchemaParts.Types(schema).FirstOrDefault(type => type != "null") is "string" ? JsonValue.Create(7) : JsonValue.Create("seven");
}
