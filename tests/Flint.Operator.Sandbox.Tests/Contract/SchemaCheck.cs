using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>Holds a JSON value against a schema, as far as the published document uses the language.</summary>
/// <param name="isClosed">Also report members the schema does not name: the sandbox must not invent any.</param>
internal sealed class SchemaCheck(bool isClosed)
{
    public List<string> Problems { get; } = [];

    public static IReadOnlyList<string> Run(JsonNode? value, JsonObject schema, bool isClosed = true) =>
        new SchemaCheck(isClosed).Find(value, schema, "$");

    private List<string> Find(JsonNode? value, JsonObject schema, string path)
    {
        Visit(value, schema, path);
        return Problems;
    }

    private void Visit(JsonNode? value, JsonObject schema, string path)
    {
        schema = ContractDocument.Resolve(schema);
        Combine(value, schema, path);
        if (schema["type"] is { } type && !Types(type).Any(name => IsOfType(value, name)))
        {
            Problems.Add($"{path}: {type.ToJsonString()} expected, got {value?.ToJsonString() ?? "null"}");
            return;
        }

        if (schema["enum"] is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(choice, value)))
            Problems.Add($"{path}: {value?.ToJsonString()} is not one of {choices.ToJsonString()}");
        switch (value)
        {
            case JsonObject members:
                Members(members, schema, path);
                break;
            case JsonArray items:
                Items(items, schema, path);
                break;
            case JsonValue scalar:
                Scalar(scalar, schema, path);
                break;
        }
    }

    private void Combine(JsonNode? value, JsonObject schema, string path)
    {
        foreach (var part in schema["allOf"]?.AsArray() ?? [])
            Problems.AddRange(new SchemaCheck(isClosed && schema["properties"] is null).Find(value, part!.AsObject(), path));
        if (schema["oneOf"] is JsonArray one && one.Count(part => Fits(value, part!)) != 1)
            Problems.Add($"{path}: not exactly one of the alternatives");
        if (schema["anyOf"] is JsonArray any && !any.Any(part => Fits(value, part!)))
            Problems.Add($"{path}: none of the alternatives");
        if (schema["not"] is { } not && Fits(value, not))
            Problems.Add($"{path}: a combination that is ruled out");
    }

    private static bool Fits(JsonNode? value, JsonNode schema) => Run(value, schema.AsObject(), isClosed: false).Count == 0;

    private void Members(JsonObject members, JsonObject schema, string path)
    {
        foreach (var name in schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [])
        {
            if (!members.ContainsKey(name))
                Problems.Add($"{path}.{name}: required");
        }

        if (members.Count < (schema["minProperties"]?.GetValue<int>() ?? 0))
            Problems.Add($"{path}: {members.Count} members");
        var properties = schema["properties"]?.AsObject();
        var others = schema["additionalProperties"];
        foreach (var (name, value) in members)
        {
            if (properties?[name] is JsonObject known)
                Visit(value, known, $"{path}.{name}");
            else if (others is JsonObject any)
                Visit(value, any, $"{path}.{name}");
            else if (others?.GetValueKind() == JsonValueKind.False || (isClosed && properties is not null && others is null && !SchemaParts.Members(schema).Any(member => member.Name == name)))
                Problems.Add($"{path}.{name}: not in the contract");
        }
    }

    private void Items(JsonArray items, JsonObject schema, string path)
    {
        if (schema["uniqueItems"]?.GetValue<bool>() == true && items.DistinctBy(item => item?.ToJsonString(), StringComparer.Ordinal).Count() != items.Count)
            Problems.Add($"{path}: one member twice");
        if (items.Count < (schema["minItems"]?.GetValue<int>() ?? 0) || items.Count > (schema["maxItems"]?.GetValue<int>() ?? int.MaxValue))
            Problems.Add($"{path}: {items.Count} members");
        if (schema["items"] is not JsonObject item)
            return;
        for (var index = 0; index < items.Count; index++)
            Visit(items[index], item, $"{path}[{index}]");
    }

    private void Scalar(JsonValue value, JsonObject schema, string path)
    {
        if (value.GetValueKind() == JsonValueKind.String)
        {
            var text = value.GetValue<string>();
            if (text.Length < (schema["minLength"]?.GetValue<int>() ?? 0) || text.Length > (schema["maxLength"]?.GetValue<int>() ?? int.MaxValue))
                Problems.Add($"{path}: length {text.Length}");
            if (schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1)))
                Problems.Add($"{path}: '{text}' does not match {pattern}");
            if (schema["format"]?.GetValue<string>() is "date-time" && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                Problems.Add($"{path}: '{text}' is no time");
        }
        else if (value.GetValueKind() == JsonValueKind.Number)
        {
            var number = decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
            if (number < (schema["minimum"]?.GetValue<decimal>() ?? decimal.MinValue) || number > (schema["maximum"]?.GetValue<decimal>() ?? decimal.MaxValue))
                Problems.Add($"{path}: {number} is out of bounds");
            if (schema["multipleOf"]?.GetValue<decimal>() is { } step && number % step != 0)
                Problems.Add($"{path}: {number} is no multiple of {step}");
            if (schema["format"]?.GetValue<string>() is "int32" && number is < int.MinValue or > int.MaxValue)
                Problems.Add($"{path}: {number} is no number of 32 bits");
        }
    }

    private static IEnumerable<string> Types(JsonNode type) =>
        type is JsonArray many ? many.Select(name => name!.GetValue<string>()) : [type.GetValue<string>()];

    private static bool IsOfType(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        _ => throw new NotSupportedException(type),
    };
}
