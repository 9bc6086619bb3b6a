using Flint.Operator.Core.Sync;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>A key never grows old.</summary>
internal sealed class NoWindowCheck() : Mutant("no-window-check")
{
    public override SyncOptions Options(SyncOptions options) => options with { KeySafeAge = TimeSpan.FromDays(365_000) };
}
