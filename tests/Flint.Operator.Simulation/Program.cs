using Flint.Operator.Simulation;
using Flint.Operator.Simulation.Histories;

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

var report = new Campaign(arguments.Seed, arguments.Histories, arguments.Mutant, arguments.Jobs).Run();
Report.Print(Console.Out, report, arguments);
return report.Violations == 0 ? 0 : 1;
