using Flint.Operator.Core.Sync;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>An absent look counts at once.</summary>
internal sealed class NoQuietTime() : Mutant("no-quiet-time")
{
    public override SyncOptions Options(SyncOptions options) => options with { QuietTime = TimeSpan.Zero };
}
