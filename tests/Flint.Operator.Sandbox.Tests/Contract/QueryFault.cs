using System.Globalization;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>A query that breaks one rule of its parameter, and how the API has to say so.</summary>
internal sealed record QueryFault(string What, string Name, string Query)
{
    /// <summary>Those whose code the contract names (1.4); any other may be refused more generally.</summary>
    private static readonly string[] NamedCodes = ["page_size", "page_token", "sort_by", "sort_direction", "expand", "created_after", "created_before"];

    public IReadOnlyList<string> Codes => NamedCodes.Contains(Name, StringComparer.Ordinal) ? [Named] : [Named, "VALIDATION_ERROR", "INVALID_FIELD_TYPE"];

    private string Named => $"INVALID_{Name.ToUpperInvariant()}";

    public static IEnumerable<QueryFault> Of(JsonObject parameter)
    {
        var name = parameter["name"]!.GetValue<string>();
        var schema = parameter["schema"]!.AsObject();
        if (schema["items"] is not JsonObject item)
            return Values(schema).Select(wrong => new QueryFault(wrong.What, name, Pair(name, wrong.Value)));

        // A list is refused for any one of its members, whichever way it is written.
        var good = QueryValue.Of(item).First();
        return Values(item).SelectMany(wrong => new[]
        {
            new QueryFault(wrong.What, name, Pair(name, wrong.Value)),
            new QueryFault($"{wrong.What}, after a sound one", name, $"{Pair(name, good)}&{Pair(name, wrong.Value)}"),
            new QueryFault($"{wrong.What}, behind a comma", name, Pair(name, $"{good},{wrong.Value}")),
        });
    }

    public static string Pair(string name, string value) => $"{name}={Uri.EscapeDataString(value)}";

    private static IEnumerable<(string What, string Value)> Values(JsonObject schema)
    {
        var type = schema["type"]!.GetValue<string>();
        if (type is "integer")
        {
            yield return ("not a number", "seven");
            yield return ("not a whole number", "1.5");
            yield return ("beyond all numbers", "99999999999999999999");
        }
        else if (type is "boolean")
        {
            yield return ("neither true nor false", "maybe");
        }

        if (schema["enum"] is not null)
            yield return ("no such choice", "no_such_choice");
        if (schema["format"]?.GetValue<string>() is "date-time")
        {
            yield return ("not a time", "last Tuesday");
            yield return ("a day", "2026-09-14");
            yield return ("a time of nowhere", "2026-09-14T10:00:00");
        }

        if (schema["minimum"] is { } minimum)
            yield return ("too small", (minimum.GetValue<long>() - 1).ToString(CultureInfo.InvariantCulture));
        if (schema["maximum"] is { } maximum)
            yield return ("too large", (maximum.GetValue<long>() + 1).ToString(CultureInfo.InvariantCulture));
        if (schema["minLength"] is { } shortest)
            yield return ("too short", new string('X', shortest.GetValue<int>() - 1));
        if (schema["maxLength"] is { } longest)
            yield return ("too long", new string('X', longest.GetValue<int>() + 1));
        if (schema["pattern"] is not null)
            yield return ("not in its form", "   ");
    }
}
