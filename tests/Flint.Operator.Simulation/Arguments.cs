using System.Globalization;
using Flint.Operator.Simulation.Mutants;

namespace Flint.Operator.Simulation;

/// <summary>The command line.</summary>
internal sealed record Arguments(int Histories, ulong Seed, Mutant Mutant, int Jobs, bool IsTraced)
{
    public static string Usage { get; } =
        $"""
         --histories N   how many histories to run (1000)
         --seed S        the seed of the run; with --histories 1, of the history (1)
         --jobs J        how many at once (one per core)
         --mutant NAME   with one rule switched off: {string.Join(", ", AllMutants.ByName.Keys)}
         --trace         print what happened, even where nothing went wrong
         """;

    public static Arguments? Parse(IReadOnlyList<string> args)
    {
        var parsed = new Arguments(1000, 1, Mutant.None, Environment.ProcessorCount, false);
        for (var at = 0; at < args.Count; at++)
        {
            var value = at + 1 < args.Count ? args[at + 1] : "";
            if (args[at] == "--trace")
            {
                parsed = parsed with { IsTraced = true };
                continue;
            }

            if (parsed.With(args[at], value) is not { } next)
            {
                return null;
            }

            parsed = next;
            at++;
        }

        return parsed;
    }

    private Arguments? With(string option, string value) => option switch
    {
        "--histories" when int.TryParse(value, CultureInfo.InvariantCulture, out var histories) && histories > 0 => this with { Histories = histories },
        "--seed" when ulong.TryParse(value, CultureInfo.InvariantCulture, out var seed) => this with { Seed = seed },
        "--jobs" when int.TryParse(value, CultureInfo.InvariantCulture, out var jobs) && jobs > 0 => this with { Jobs = jobs },
        "--mutant" when AllMutants.ByName.TryGetValue(value, out var mutant) => this with { Mutant = mutant },
        _ => null,
    };
}
