using System.Text;
using System.Text.Json;

namespace Flint.Operator.Sandbox.Http.Shapes;

internal sealed record MetadataShape(int MaxPairs = 50, bool IsPatch = false) : Shape
{
    private const int MaxBytes = 32_768;
    private const string ReservedPrefix = "flint_";

    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        if (IsPatch && value.ValueKind == JsonValueKind.Null)
            return;
        Shape member = IsPatch ? new NullableShape(new TextShape()) : new TextShape();
        new MapShape(member).Check(value, path, problems);
        if (value.ValueKind != JsonValueKind.Object)
            return;
        foreach (var pair in value.EnumerateObject())
        {
            if (pair.Name.StartsWith(ReservedPrefix, StringComparison.Ordinal))
                problems.Add(new ProblemDetail("RESERVED_METADATA_KEY", $"{path}.{pair.Name}", $"Keys must not start with '{ReservedPrefix}'."));
        }

        if (value.EnumerateObject().Count() > MaxPairs)
            problems.Add(new ProblemDetail("METADATA_TOO_MANY_KEYS", path, $"'{path}' holds at most {MaxPairs} pairs."));
        if (Encoding.UTF8.GetByteCount(value.GetRawText()) > MaxBytes)
            problems.Add(new ProblemDetail("METADATA_TOO_LARGE", path, $"'{path}' holds at most {MaxBytes} bytes."));
    }
}
