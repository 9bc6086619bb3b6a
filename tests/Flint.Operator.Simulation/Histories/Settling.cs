using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Simulation.Auditing;
using Flint.Operator.Simulation.Devices;
using Flint.Operator.Simulation.Network;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Histories;

/// <summary>The end of a history: the faults stop, the clocks are put right, people decide what waits for them, and all comes to rest.</summary>
internal sealed class Settling(World world, HistoryPlan plan, Tills tills, SeededRandom random)
{
    private static readonly TimeSpan Stall = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(3);

    // The last request that is still on its way arrives, and the last list catches up.
    private static readonly TimeSpan LastEcho = TimeSpan.FromSeconds(230);

    public void Run()
    {
        foreach (var (device, _) in tills.All)
        {
            Calm(device);
        }

        if (plan.Theme.HasStuck)
        {
            BeStuck(tills.All[0].Device);
        }

        // What arrives last may bring new work: a page without its address is replaced, a second record is taken out of use.
        var deadline = world.Time.Now + Patience;
        do
        {
            Wait(deadline);
            world.Time.RunUntil(world.Time.Now + LastEcho);
        }
        while (world.Time.Now < deadline && !tills.All.All(till => IsQuiet(till.Device)));

        world.Auditor.Rested(new AtRest(
            world.Time.Now, tills.All.ToDictionary(till => till.Device.Name, till => till.Device.Store.Snapshot, StringComparer.Ordinal), world.Server.Ledger, world.Kind));
    }

    private void Calm(Device device)
    {
        device.Sky = Sky.Fair;
        device.Death = null;
        device.FullCommits = 0;
        device.Clock.SetWall(TimeSpan.Zero);
        device.Start();
        device.Wake();
        world.Trace?.Write($"{device.Name} all is calm");
    }

    private void Wait(TimeSpan deadline)
    {
        var hasDecided = false;
        while (world.Time.Now < deadline)
        {
            world.Time.RunUntil(world.Time.Now + Glance);
            if (!tills.All.All(till => IsQuiet(till.Device)))
            {
                continue;
            }

            if (hasDecided)
            {
                return;
            }

            DecideAll();
            hasDecided = true;
        }
    }

    private void DecideAll()
    {
        foreach (var (device, person) in tills.All)
        {
            foreach (var operation in device.Store.Snapshot.Open.Where(operation => operation.NeedsPerson && random.Chance(0.8)).ToList())
            {
                person.Decide(operation, isSole: plan.Theme.Copy != CopyKind.BothLive && !device.IsRestored);
            }
        }
    }

    private static bool IsQuiet(Device device)
    {
        var rows = device.Store.Snapshot;
        return rows.Open.All(operation => RestCheck.WaitsForPerson(rows, operation));
    }

    private void BeStuck(Device device)
    {
        if (device.Store.Snapshot.Open.FirstOrDefault(operation => operation.State is OperationState.Ready or OperationState.Unknown or OperationState.Looking) is { } stuck)
        {
            device.Stuck = stuck.Reference;
            world.Trace?.Write($"{stuck.Reference} is stuck");
            world.Time.RunUntil(world.Time.Now + Stall);
            if (!device.Store.Snapshot.Operations[stuck.Id].IsFinal)
            {
                world.Auditor.Stalled(new StallSeen(world.Time.Now, device.Store.Snapshot, stuck.Id));
            }

            device.Stuck = null;
        }
    }
}
