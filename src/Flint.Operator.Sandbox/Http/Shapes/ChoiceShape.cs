using System.Text.Json;

namespace Flint.Operator.Sandbox.Http.Shapes;

internal sealed record ChoiceShape(params string[] Values) : Shape
{
    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        if (value.ValueKind != JsonValueKind.String)
            WrongType(path, "a string", value, problems);
        else if (!Values.Contains(value.GetString(), StringComparer.Ordinal))
            problems.Add(new ProblemDetail("VALIDATION_ERROR", path, $"'{path}' must be one of {string.Join(", ", Values)}."));
    }
}
