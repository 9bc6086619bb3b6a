namespace Flint.Operator.Core.Sync.Operations;

/// <summary>One request of an operation, as it was recorded.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="StartedAt">Committed before its first byte left, UTC.</param>
/// <param name="EndedAt">UTC; null while it is out, or when the app died meanwhile.</param>
/// <param name="Outcome">The verdict in a word.</param>
/// <param name="Status">The HTTP status, where one came.</param>
/// <param name="RequestId">The id to name when asking for support: ours, or the API's once it answered.</param>
public sealed record Attempt(int Number, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? Outcome, int? Status, string? RequestId);
