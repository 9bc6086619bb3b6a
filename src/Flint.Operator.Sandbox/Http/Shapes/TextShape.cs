using System.Text.Json;
using System.Text.RegularExpressions;

namespace Flint.Operator.Sandbox.Http.Shapes;

internal sealed record TextShape(int Min = 0, int Max = int.MaxValue) : Shape
{
    public Regex? Pattern { get; init; }
    public Func<string, bool>? Accepts { get; init; }
    public string Code { get; init; } = "VALIDATION_ERROR";
    public string Wanted { get; init; } = "in its documented form";

    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            WrongType(path, "a string", value, problems);
            return;
        }

        var text = value.GetString()!;
        if (text.Length < Min || text.Length > Max)
            problems.Add(new ProblemDetail(Code, path, Max == int.MaxValue
                ? $"'{path}' must not be empty."
                : $"'{path}' must have {Min} to {Max} characters."));
        else if (Pattern?.IsMatch(text) == false || Accepts?.Invoke(text) == false)
            problems.Add(new ProblemDetail(Code, path, $"'{path}' must be {Wanted}."));
    }
}
