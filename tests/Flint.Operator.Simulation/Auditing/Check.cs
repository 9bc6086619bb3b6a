using Flint.Operator.Core.Sync;
using Flint.Operator.Simulation.Server;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>Watches a history for one group of invariants. It sees the wire, the ledger and the rows, and never asks the engine.</summary>
internal abstract class Check
{
    private readonly List<Violation> _violations = [];

    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>The rows of one device are now another's too, and with them what it knew.</summary>
    public virtual void Copied(string from, string to)
    {
    }

    /// <summary>A device has put its rows back from a backup: what came after that is gone from it.</summary>
    public virtual void Restored(string device, StoreState rows)
    {
    }

    public virtual void Departed(Departure departure)
    {
    }

    public virtual void Arrived(Arrival arrival)
    {
    }

    public virtual void Committed(CommitSeen commit)
    {
    }

    public virtual void CommitFailed(string device, CommitOutcome outcome)
    {
    }

    public virtual void Tapped(TapSeen tap)
    {
    }

    public virtual void Happened(Effect effect)
    {
    }

    public virtual void Logged(TimeSpan at, string line)
    {
    }

    public virtual void Stalled(StallSeen stall)
    {
    }

    public virtual void Rested(AtRest rest)
    {
    }

    protected void Violate(int invariant, TimeSpan at, string what) => _violations.Add(new Violation(invariant, at, what));
}
