using System.Text.Json;

namespace Flint.Operator.Sandbox.Http.Shapes;

internal sealed record FlagShape : Shape
{
    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            WrongType(path, "true or false", value, problems);
    }
}
