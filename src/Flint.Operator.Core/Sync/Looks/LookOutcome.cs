namespace Flint.Operator.Core.Sync.Looks;

/// <summary>A look's finding, and what is written together with it.</summary>
public sealed record LookOutcome(LookFinding Finding, IReadOnlyList<StoreChange> Together)
{
    /// <summary>The look failed.</summary>
    public static LookOutcome Failed { get; } = new(new LookFinding.Failed(), []);

    /// <summary>Nothing is there.</summary>
    public static LookOutcome Absent { get; } = new(new LookFinding.Absent(), []);
}
