using System.Text.Json;

namespace Flint.Operator.Sandbox.Http.Shapes;

/// <summary>What one JSON value of a request must look like. A shape reports every problem it sees, by path.</summary>
internal abstract record Shape
{
    public abstract void Check(JsonElement value, string path, List<ProblemDetail> problems);

    protected static void WrongType(string path, string wanted, JsonElement value, List<ProblemDetail> problems) =>
        problems.Add(value.ValueKind == JsonValueKind.Null
            ? new ProblemDetail("NULL_NOT_ALLOWED", path, $"'{path}' must not be null.")
            : new ProblemDetail("INVALID_FIELD_TYPE", path, $"'{path}' must be {wanted}."));
}
