using System.IO.Enumeration;

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
    public int? DelayMs { get; init; }
    public int? Status { get; init; }
    public string? Code { get; init; }
    public int RetryAfterSeconds { get; init; } = 1;
    public int? StaleSeconds { get; init; }
    public int? OffsetSeconds { get; init; }

    public bool Matches(StrikeTarget target) =>
        Count is null or > 0 &&
        (Method is "*" || string.Equals(Method, target.Method, StringComparison.Ordinal)) &&
        FileSystemName.MatchesSimpleExpression(Route, target.Path, ignoreCase: false) &&
        (Kind is not FaultKind.StaleList || target.IsList) &&
        (Kind is not FaultKind.Duplicate || target.IsWrite);
}
