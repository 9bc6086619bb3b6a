using System.Text.Json;

namespace Flint.Operator.Sandbox.Http.Shapes;

internal sealed record IntegerShape(long Min = long.MinValue, long Max = long.MaxValue) : Shape
{
    public string Code { get; init; } = "VALIDATION_ERROR";
    public string? TooHighCode { get; init; }

    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number))
            WrongType(path, "a whole number", value, problems);
        else if (number < Min || number > Max)
            problems.Add(new ProblemDetail(number > Max ? TooHighCode ?? Code : Code, path, Max == long.MaxValue
                ? $"'{path}' must be at least {Min}."
                : $"'{path}' must be between {Min} and {Max}."));
    }
}
