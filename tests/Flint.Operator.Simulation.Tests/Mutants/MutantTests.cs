using Flint.Operator.Simulation.Histories;
using Flint.Operator.Simulation.Mutants;

namespace Flint.Operator.Simulation.Tests.Mutants;

/// <summary>Each rule switched off must be noticed, and noticed for what it does: the simulation is only as good as this.</summary>
public sealed class MutantTests
{
    private const int MostHistories = 4000;

    private const int Batch = 250;

    /// <summary>The mutant, and the invariants of which at least one must break.</summary>
    public static TheoryData<string, int[]> Mutants => new()
    {
        { "new-key-per-attempt", [1] },
        { "blind-new-key-after-window", [1] },
        { "new-key-after-restart", [1] },
        { "no-window-check", [1] },
        { "resend-after-5xx", [1] },
        { "trust-the-wall-clock", [1, 8] },
        { "accept-any-200", [5] },
        { "no-quiet-time", [9] },
        { "random-generation-keys", [1] },
        { "age-from-first-send", [1, 8] },
    };

    [Theory]
    [MemberData(nameof(Mutants))]
    public void Mutant_WithinAFewThousandHistories_IsCaught(string name, int[] invariants)
    {
        var mutant = AllMutants.ByName[name];

        Assert.Contains(
            Enumerable.Range(0, MostHistories / Batch).Select(batch => new Campaign((ulong)(1000 + batch), Batch, mutant, Environment.ProcessorCount).Run()),
            report => report.Failed.SelectMany(failed => failed.Violations).Any(violation => invariants.Contains(violation.Invariant)));
    }

    [Fact]
    public void AllMutants_AreThoseOfTheDesign() => Assert.Equal(Mutants.Select(row => row.Data.Item1).Order(), AllMutants.ByName.Keys.Order());
}
