using Flint.Operator.Core.Practice;

namespace Flint.Operator.Testing.Practice;

/// <summary>Practice controls that only remember what was asked of them.</summary>
public sealed class FakePracticeRoom : IPracticeRoom
{
    /// <summary>Can be set from outside, as over the practice API.</summary>
    public PracticeCondition Condition { get; set; }

    public bool StartsOver { get; private set; }

    public bool IsDiskFull { get; set; }

    public void Use(PracticeCondition condition) => Condition = condition;

    public bool AskToStartOver(bool isWanted)
    {
        if (!IsDiskFull)
        {
            StartsOver = isWanted;
        }

        return !IsDiskFull;
    }
}
