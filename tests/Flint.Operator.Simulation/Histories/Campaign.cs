using System.Diagnostics;
using Flint.Operator.Simulation.Mutants;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Histories;

/// <summary>Many histories, each on one thread, several threads at once. Each has its own seed, derived from the run's and its index.</summary>
internal sealed class Campaign(ulong seed, int histories, Mutant mutant, int jobs)
{
    public CampaignReport Run()
    {
        var clock = Stopwatch.StartNew();
        var results = new HistoryResult[histories];
        Parallel.For(0, histories, new ParallelOptions { MaxDegreeOfParallelism = jobs }, index => results[index] = History.Run(SeededRandom.Derive(seed, index), mutant));
        return new CampaignReport(histories, clock.Elapsed, [.. results.Where(result => result.Violations.Count > 0)]);
    }
}
