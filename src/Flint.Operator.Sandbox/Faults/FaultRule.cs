using System.IO.Enumeration;
using System.Text.Json.Serialization;

namespace Flint.Operator.Sandbox.Faults;

/// <summary>What goes wrong, where, and how often.</summary>
internal sealed record FaultRule
{
    public required FaultKind Kind { get; init; }

    /// <summary>HTTP method, or <c>*</c>.</summary>
    public string Method { get; init; } = "*";

    /// <summary>Path with <c>*</c> for any run of characters.</summary>
    public string Route { get; init; } = "*";

    /// <summary>How many more times; null without an end.</summary>
    public int? Count { get; init; }

    public double Probability { get; init; } = 1;
    public int DelayMs { get; init; }
    public int RetryAfterSeconds { get; init; } = 1;

    [JsonIgnore]
    public bool IsSound => Count is null or >= 0 && Probability is >= 0 and <= 1 && DelayMs is >= 0 and <= 600_000 && RetryAfterSeconds >= 0;

    public bool Matches(string method, string path) =>
        Count is null or > 0 &&
        (Method is "*" || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase)) &&
        FileSystemName.MatchesSimpleExpression(Route, path, ignoreCase: false);
}
