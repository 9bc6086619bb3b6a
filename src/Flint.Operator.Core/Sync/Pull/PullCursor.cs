namespace Flint.Operator.Core.Sync.Pull;

/// <summary>How far the records of a kind were pulled. It is committed together with the rows it has passed, never before them.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Watermark">Everything the API changed up to here, by its own clock, is stored; null before the first whole scan.</param>
/// <param name="PageToken">Where a scan that has begun goes on; null when none is running.</param>
/// <param name="ScanStartedAt">When the running scan began, by the API's clock: the next watermark once it has ended.</param>
public sealed record PullCursor(RecordKind Kind, DateTimeOffset? Watermark = null, string? PageToken = null, DateTimeOffset? ScanStartedAt = null);
