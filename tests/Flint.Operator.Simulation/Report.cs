using System.Globalization;
using Flint.Operator.Simulation.Histories;

namespace Flint.Operator.Simulation;

/// <summary>What the console says about a run.</summary>
internal static class Report
{
    public static void Print(TextWriter output, CampaignReport report, Arguments arguments)
    {
        foreach (var failed in report.Failed)
        {
            Print(output, History.Run(failed.Seed, arguments.Mutant, isTraced: true));
        }

        if (arguments.IsTraced && report.Failed.Count == 0)
        {
            Print(output, History.Run(arguments.Seed, arguments.Mutant, isTraced: true));
        }

        var perSecond = report.Histories / report.Took.TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Histories} histories in {report.Took.TotalSeconds:0.0} s, {perSecond:0} histories/s, seed {arguments.Seed}, mutant {arguments.Mutant.Name}, {arguments.Jobs} jobs"));
        foreach (var group in report.Failed.SelectMany(failed => failed.Violations).GroupBy(violation => violation.Invariant).OrderBy(group => group.Key))
        {
            output.WriteLine($"invariant {group.Key}: {group.Count()} violations");
        }

        output.WriteLine($"{report.Violations} violations");
    }

    private static void Print(TextWriter output, HistoryResult history)
    {
        output.WriteLine($"seed {history.Seed}");
        foreach (var line in history.Trace)
        {
            output.WriteLine($"  {line}");
        }

        foreach (var violation in history.Violations)
        {
            output.WriteLine($"  invariant {violation.Invariant} at {violation.At}: {violation.What}");
        }
    }
}
