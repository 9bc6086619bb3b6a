namespace Flint.Operator.Load;

/// <summary>One kind of request: how often, how long, and how it was answered.</summary>
/// <param name="Worst1">99 of 100 took no longer.</param>
public sealed record CallFigures(string Name, int Count, TimeSpan Median, TimeSpan Worst1, string Statuses);
