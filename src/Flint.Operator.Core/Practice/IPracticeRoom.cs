namespace Flint.Operator.Core.Practice;

/// <summary>The practice API's controls. A head provides them in practice mode, and only then.</summary>
public interface IPracticeRoom
{
    /// <summary>What is in force now. It ends with the app: every start is a fine one.</summary>
    PracticeCondition Condition { get; }

    /// <summary>Whether the next start of the app begins practice anew.</summary>
    bool StartsOver { get; }

    /// <summary>Puts a condition in force, at once. Nothing is stored.</summary>
    /// <param name="condition">Any but <see cref="PracticeCondition.SetByHand"/>.</param>
    /// <param name="cancellationToken">Stops before the change.</param>
    /// <returns>Whether it is in force; false when the network cannot be brought back, because another program took its port.</returns>
    Task<bool> UseAsync(PracticeCondition condition, CancellationToken cancellationToken);

    /// <summary>
    /// Asks that the next start of the app empties the practice API and forgets the practice records of this device, or takes
    /// that back. Not at once: neither side could show what the other has forgotten.
    /// </summary>
    /// <returns>Whether it was written down; false when the disk refused.</returns>
    bool AskToStartOver(bool isWanted);
}
