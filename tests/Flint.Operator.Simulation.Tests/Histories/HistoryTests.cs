using Flint.Operator.Simulation.Histories;
using Flint.Operator.Simulation.Mutants;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Tests.Histories;

/// <summary>Invariant 22: the same seed, the same trace.</summary>
public sealed class HistoryTests
{
    [Fact]
    public void Run_TheSameSeedTwice_LeavesTheSameTrace()
    {
        for (var index = 0; index < 300; index++)
        {
            var seed = SeededRandom.Derive(22, index);
            Assert.Equal(History.Run(seed, Mutant.None, isTraced: true).Trace, History.Run(seed, Mutant.None, isTraced: true).Trace);
        }
    }

    [Fact]
    public void Run_OnManyThreadsAtOnce_LeavesTheTraceItLeavesAlone()
    {
        var alone = Enumerable.Range(0, 100).Select(index => History.Run(SeededRandom.Derive(7, index), Mutant.None, isTraced: true).Trace).ToList();
        var together = new IReadOnlyList<string>[alone.Count];
        Parallel.For(0, alone.Count, index => together[index] = History.Run(SeededRandom.Derive(7, index), Mutant.None, isTraced: true).Trace);

        Assert.Equal(alone, together);
    }

    [Fact]
    public void Run_Untraced_FindsWhatItFindsTraced()
    {
        var mutant = new NewKeyPerAttempt();
        for (var index = 0; index < 50; index++)
        {
            var seed = SeededRandom.Derive(3, index);
            Assert.Equal(History.Run(seed, mutant).Violations, History.Run(seed, mutant, isTraced: true).Violations);
        }
    }

    [Fact]
    public void Run_OtherSeeds_LeaveOtherTraces() =>
        Assert.Equal(100, Enumerable.Range(0, 100).Select(index => string.Join('\n', History.Run(SeededRandom.Derive(1, index), Mutant.None, isTraced: true).Trace)).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Run_ManyHistories_MeetEveryFaultAndEveryState()
    {
        var traces = string.Join('\n', Enumerable.Range(0, 400).SelectMany(index => History.Run(SeededRandom.Derive(5, index), Mutant.None, isTraced: true).Trace));

        Assert.All(
            (string[])[
                "not sent", "no answer TimedOut", "no answer Broken", "unreadable", "pl_foreign", "503", "429", "401", "403", "400 VALIDATION_ERROR", "IDEMPOTENCY_KEY_IN_PROGRESS",
                "500 INTERNAL_ERROR", "500 INTERNAL_ERROR replayed", "201 pl_", "PAYMENT_LINK_CHANGED", "is killed", "sleeps", "wakes", "disk full", "1970-01-01", "is copied", "is stuck",
                "-> Unknown", "-> Looking", "-> Held", "-> Triage", "-> Refused", "-> Done", "-> Conflict", "-> Superseded", "generation 1", "KeyGrewOld", "by somebody else", "died",
            ],
            word => Assert.Contains(word, traces, StringComparison.Ordinal));
    }
}
