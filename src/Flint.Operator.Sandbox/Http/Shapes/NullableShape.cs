using System.Text.Json;

namespace Flint.Operator.Sandbox.Http.Shapes;

internal sealed record NullableShape(Shape Inner) : Shape
{
    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        if (value.ValueKind != JsonValueKind.Null)
            Inner.Check(value, path, problems);
    }
}
