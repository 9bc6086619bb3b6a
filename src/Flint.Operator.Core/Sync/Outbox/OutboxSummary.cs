namespace Flint.Operator.Core.Sync.Outbox;

/// <summary>The outbox in numbers.</summary>
/// <param name="Waiting">Operations that are not final.</param>
/// <param name="NeedPerson">Those of them that wait for a person.</param>
/// <param name="OldestAt">When the oldest was tapped, UTC.</param>
public sealed record OutboxSummary(int Waiting, int NeedPerson, DateTimeOffset? OldestAt)
{
    /// <summary>Nothing waits.</summary>
    public static OutboxSummary Empty { get; } = new(0, 0, null);
}
