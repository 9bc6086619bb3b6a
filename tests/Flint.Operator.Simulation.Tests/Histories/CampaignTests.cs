using Flint.Operator.Simulation.Histories;
using Flint.Operator.Simulation.Mutants;

namespace Flint.Operator.Simulation.Tests.Histories;

public sealed class CampaignTests
{
    [Fact]
    public void Run_TwentyThousandHistories_NoInvariantIsBroken()
    {
        var report = new Campaign(seed: 2026, histories: 20_000, Mutant.None, Environment.ProcessorCount).Run();

        Assert.True(report.Failed.Count == 0, Told(report));
    }

    // The seed of a history is all that is needed to see it again.
    private static string Told(CampaignReport report) => string.Join(
        Environment.NewLine,
        report.Failed.Take(5).SelectMany(failed => History.Run(failed.Seed, Mutant.None, isTraced: true).Trace
            .Prepend($"--histories 1 --seed {failed.Seed}")
            .Concat(failed.Violations.Select(violation => $"invariant {violation.Invariant} at {violation.At}: {violation.What}"))));
}
