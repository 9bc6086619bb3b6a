using System.Text.Json;

namespace Flint.Operator.Sandbox.Http.Shapes;

/// <summary>A percentage: a number with at most four decimals.</summary>
internal sealed record NumberShape(decimal Min, decimal Max) : Shape
{
    public string Code { get; init; } = "VALIDATION_ERROR";

    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number))
            WrongType(path, "a number", value, problems);
        else if (number < Min || number > Max || decimal.Round(number, 4) != number)
            problems.Add(new ProblemDetail(Code, path, $"'{path}' must be between {Min} and {Max}, with at most 4 decimals."));
    }
}
