using Flint.Operator.Core.Sync;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>Age is what the wall clock says, and nobody asks whether it was set.</summary>
internal sealed class TrustTheWallClock() : Mutant("trust-the-wall-clock")
{
    public override SyncClock Clock(TimeProvider time, Random random) => new WallOnly(time, random);

    private sealed class WallOnly(TimeProvider time, Random random) : SyncClock(time, random)
    {
        public override Moment Now()
        {
            var now = base.Now();
            return new Moment(now.Wall, null, now.Monotonic, now.Run);
        }
    }
}
