using System.Text.Json;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Http.Shapes;

/// <summary>An object with a closed set of members. What is not listed is refused, as the API does.</summary>
internal sealed record ObjectShape(params ShapeField[] Fields) : Shape
{
    public IReadOnlyList<ShapeRule> Rules { get; init; } = [];
    public string UnknownCode { get; init; } = "UNKNOWN_FIELD";

    public JsonObject Read(JsonElement body)
    {
        var problems = new List<ProblemDetail>();
        if (body.ValueKind != JsonValueKind.Object)
            problems.Add(new ProblemDetail("INVALID_FIELD_TYPE", "", "The body must be an object."));
        else
            Check(body, "", problems);
        return problems.Count == 0 ? JsonObject.Create(body)! : throw Problem.Invalid(problems);
    }

    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            WrongType(path, "an object", value, problems);
            return;
        }

        foreach (var member in value.EnumerateObject())
        {
            var place = Join(path, member.Name);
            if (Array.Find(Fields, field => string.Equals(field.Name, member.Name, StringComparison.Ordinal)) is { } known)
                known.Shape.Check(member.Value, place, problems);
            else
                problems.Add(new ProblemDetail(UnknownCode, place, $"'{place}' is not a field of this request."));
        }

        foreach (var field in Fields.Where(field => field.IsRequired && !value.TryGetProperty(field.Name, out _)))
        {
            var place = Join(path, field.Name);
            problems.Add(new ProblemDetail(field.MissingCode, place, $"'{place}' is required."));
        }

        foreach (var rule in Rules)
            rule.Check(value, path, problems);
    }

    internal static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
