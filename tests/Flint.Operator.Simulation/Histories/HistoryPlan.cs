using Flint.Operator.Simulation.Server;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Histories;

/// <summary>What is drawn before a history begins: what it is about, how long it is, and which server it meets.</summary>
internal sealed record HistoryPlan(Theme Theme, ServerLimits Limits, int Steps)
{
    // A copy of the database on a server that forgets keys it worked under can double without any fault of the client.
    private static readonly ServerKind[] KeepKeys = [ServerKind.Exact, ServerKind.Stale, ServerKind.KeepsErrors];
    private static readonly ServerKind[] KeepWork = [ServerKind.Exact, ServerKind.Stale];
    private static readonly ServerKind[] Any = [.. KeepKeys, ServerKind.ErrorsAfterWork, ServerKind.ErrorsAfterWorkSeen, ServerKind.Worst];

    public static HistoryPlan Draw(SeededRandom random)
    {
        var theme = random.Pick(Theme.All);
        var kinds = theme.Copy switch { CopyKind.None => Any, CopyKind.BothLive => KeepWork, _ => KeepKeys };
        var limits = new ServerLimits(random.Pick(kinds), TimeSpan.FromHours(20 + (random.NextDouble() * 8)), random.Chance(0.5), random.Chance(0.3));
        return new HistoryPlan(theme, limits, random.Next(6, 18));
    }
}
