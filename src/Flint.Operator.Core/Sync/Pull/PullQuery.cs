namespace Flint.Operator.Core.Sync.Pull;

/// <summary>One request of a pull: the account's records of a kind, last changed first. A page token is bound to the rest, which stays the same while paging.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="ChangedAfter">Only what changed after this, by the API's clock, where its list can filter by that; null for everything.</param>
/// <param name="PageToken">The page; null for the first.</param>
public sealed record PullQuery(RecordKind Kind, DateTimeOffset? ChangedAfter, string? PageToken);
