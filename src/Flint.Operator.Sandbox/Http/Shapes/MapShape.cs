using System.Text.Json;

namespace Flint.Operator.Sandbox.Http.Shapes;

/// <summary>An object whose member names are the caller's own.</summary>
internal sealed record MapShape(Shape Value) : Shape
{
    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            WrongType(path, "an object", value, problems);
            return;
        }

        foreach (var member in value.EnumerateObject())
            Value.Check(member.Value, $"{path}.{member.Name}", problems);
    }
}
