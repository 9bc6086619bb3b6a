using Flint.Operator.Core.Sync;
using Flint.Operator.Simulation.Server;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>Shows everything that happens to every check.</summary>
internal sealed class Auditor(IReadOnlyList<Check> checks)
{
    private readonly List<Violation> _thrown = [];

    public IEnumerable<Violation> Violations => checks.SelectMany(check => check.Violations).Concat(_thrown).OrderBy(violation => violation.At);

    public static Auditor For(Ledger ledger, ServerKind kind) => new(
    [
        new RecordCheck(ledger, kind),
        new SessionCheck(ledger),
        new KeyCheck(),
        new GenerationCheck(),
        new AttemptCheck(),
        new TransitionCheck(),
        new FreezeCheck(),
        new OrderCheck(),
        new AccountCheck(),
        new PullCheck(),
        new CursorCheck(ledger),
        new TapCheck(),
        new AmountCheck(),
        new LogCheck(),
        new RestCheck(),
    ]);

    /// <summary>The engine threw: a bug by its own rules.</summary>
    public void Threw(TimeSpan at, Exception failure) => _thrown.Add(new Violation(0, at, $"{failure.GetType().Name}: {failure.Message}"));

    public void Copied(string from, string to)
    {
        foreach (var check in checks)
        {
            check.Copied(from, to);
        }
    }

    public void Restored(string device, StoreState rows)
    {
        foreach (var check in checks)
        {
            check.Restored(device, rows);
        }
    }

    public void Departed(Departure departure)
    {
        foreach (var check in checks)
        {
            check.Departed(departure);
        }
    }

    public void Arrived(Arrival arrival)
    {
        foreach (var check in checks)
        {
            check.Arrived(arrival);
        }
    }

    public void Committed(CommitSeen commit)
    {
        foreach (var check in checks)
        {
            check.Committed(commit);
        }
    }

    public void CommitFailed(string device, CommitOutcome outcome)
    {
        foreach (var check in checks)
        {
            check.CommitFailed(device, outcome);
        }
    }

    public void Tapped(TapSeen tap)
    {
        foreach (var check in checks)
        {
            check.Tapped(tap);
        }
    }

    public void Happened(Effect effect)
    {
        foreach (var check in checks)
        {
            check.Happened(effect);
        }
    }

    public void Logged(TimeSpan at, string line)
    {
        foreach (var check in checks)
        {
            check.Logged(at, line);
        }
    }

    public void Stalled(StallSeen stall)
    {
        foreach (var check in checks)
        {
            check.Stalled(stall);
        }
    }

    public void Rested(AtRest rest)
    {
        foreach (var check in checks)
        {
            check.Rested(rest);
        }
    }
}
