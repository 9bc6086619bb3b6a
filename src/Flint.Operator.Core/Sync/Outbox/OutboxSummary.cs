namespace Flint.Operator.Core.Sync.Outbox;

/// <summary>The outbox in numbers.</summary>
/// <param name="Waiting">Operations of the account in force that are not final.</param>
/// <param name="NeedPerson">Those of them that wait for a person.</param>
/// <param name="OldestAt">When the oldest was tapped, UTC.</param>
/// <param name="OfAnotherAccount">Operations that wait for a key of the account they were made for.</param>
public sealed record OutboxSummary(int Waiting, int NeedPerson, DateTimeOffset? OldestAt, int OfAnotherAccount = 0)
{
    /// <summary>Everything that waits on this device.</summary>
    public int All => Waiting + OfAnotherAccount;

    /// <summary>Nothing waits.</summary>
    public static OutboxSummary Empty { get; } = new(0, 0, null);
}
