using Flint.Operator.Core.Practice;

namespace Flint.Operator.Testing.Practice;

/// <summary>Practice controls that only remember what was asked of them.</summary>
public sealed class FakePracticeRoom : IPracticeRoom
{
    /// <summary>Can be set from outside, as over the practice API.</summary>
    public PracticeCondition Condition { get; set; }

    public bool StartsOver { get; private set; }

    public bool IsDiskFull { get; set; }

    /// <summary>The network does not come back.</summary>
    public bool IsStuck { get; set; }

    public Task<bool> UseAsync(PracticeCondition condition, CancellationToken cancellationToken)
    {
        if (!IsStuck)
        {
            Condition = condition;
        }

        return Task.FromResult(!IsStuck);
    }

    public bool AskToStartOver(bool isWanted)
    {
        if (!IsDiskFull)
        {
            StartsOver = isWanted;
        }

        return !IsDiskFull;
    }
}
