using System.Text.Json;

namespace Flint.Operator.Sandbox.Http.Shapes;

internal sealed record ListShape(Shape Item, int Min = 0, int Max = int.MaxValue) : Shape
{
    public string Code { get; init; } = "VALIDATION_ERROR";
    public string TooManyCode { get; init; } = "VALIDATION_ERROR";
    public bool IsUnique { get; init; }

    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            WrongType(path, "a list", value, problems);
            return;
        }

        var count = value.GetArrayLength();
        if (count < Min || count > Max)
            problems.Add(new ProblemDetail(count > Max ? TooManyCode : Code, path, Max == int.MaxValue
                ? $"'{path}' must have at least {Min} members."
                : $"'{path}' must have {Min} to {Max} members."));
        if (IsUnique && value.EnumerateArray().DistinctBy(item => item.GetRawText(), StringComparer.Ordinal).Count() != count)
            problems.Add(new ProblemDetail(Code, path, $"'{path}' must not repeat a member."));
        var index = 0;
        foreach (var item in value.EnumerateArray())
            Item.Check(item, $"{path}[{index++}]", problems);
    }
}
