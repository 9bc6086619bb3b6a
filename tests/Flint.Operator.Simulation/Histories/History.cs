using Flint.Operator.Simulation.Auditing;
using Flint.Operator.Simulation.Devices;
using Flint.Operator.Simulation.Mutants;
using Flint.Operator.Simulation.People;
using Flint.Operator.Simulation.Server;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Histories;

/// <summary>One history: everything that happens follows from its seed.</summary>
internal sealed class History
{
    private readonly HistoryPlan _plan;
    private readonly World _world;
    private readonly Action _script;
    private readonly Settling _settling;

    private History(ulong seed, Mutant mutant, bool isTraced)
    {
        var random = new SeededRandom(seed);
        _plan = HistoryPlan.Draw(random);
        var time = new VirtualTime();
        var server = new SimulatedFlint(time, new SeededRandom(random.NextState()), _plan.Limits);
        var auditor = Auditor.For(server.Ledger, _plan.Limits.Kind);
        _world = new World(time, isTraced ? new Trace(time) : null, server, _plan.Limits.Kind, auditor, mutant);
        server.Ledger.Happened = effect =>
        {
            _world.Trace?.Write($"server {(effect.IsNew ? "made" : "changed")} {effect.Record.RemoteId} {effect.Record.Reference} by {effect.Key?[..8] ?? "somebody else"}");
            auditor.Happened(effect);
        };
        var tills = new Tills(_world, random);
        _script = _plan.Theme.Copy == CopyKind.BothLive
            ? new LiveCopy(_world, tills, random).Run
            : new Script(_world, _plan, tills, new Elsewhere(server, random), random).Run;
        _settling = new Settling(_world, _plan, tills, random);
    }

    public static HistoryResult Run(ulong seed, Mutant mutant, bool isTraced = false)
    {
        // Continuations run inline only where no context asks for them.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return new History(seed, mutant, isTraced).Run(seed);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private HistoryResult Run(ulong seed)
    {
        _world.Trace?.Write($"{_plan.Theme.Name}; server: {_plan.Limits.Kind.Name}, keys live {_plan.Limits.KeyLife}, refusals kept {_plan.Limits.KeepsRefusals}, urls withheld {_plan.Limits.WithholdsUrls}");
        try
        {
            _script();
            _settling.Run();
        }
        catch (SimulationException failure)
        {
            _world.Auditor.Threw(_world.Time.Now, failure);
        }

        return new HistoryResult(seed, [.. _world.Auditor.Violations], _world.Trace?.Lines ?? []);
    }
}
