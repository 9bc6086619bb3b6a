using Flint.Operator.Simulation.Devices;
using Flint.Operator.Simulation.Network;
using Flint.Operator.Simulation.People;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Histories;

/// <summary>The eventful part of a history: step by step something happens, and between two steps time passes.</summary>
internal sealed class Script(World world, HistoryPlan plan, Tills tills, Elsewhere elsewhere, SeededRandom random)
{
    private static readonly Sky[] Skies = [Sky.Fair, Sky.Rough, Sky.Rough, Sky.Rough, Sky.Offline, Sky.Offline, Sky.Portal, Sky.Down, Sky.Refused, Sky.Throttled];

    private readonly Mishaps _mishaps = new(world, random);

    public void Run()
    {
        tills.All[0].Device.Sky = random.Pick(Skies);
        tills.All[0].Person.Create();
        var copyAt = random.Next(1, plan.Steps);
        for (var step = 0; step < plan.Steps; step++)
        {
            if (plan.Theme.Copy == CopyKind.OriginalRetired && step == copyAt)
            {
                tills.Copy(random, keepsOriginal: false);
            }

            var (device, person) = random.Pick(tills.All);
            device.Start();
            device.Wake();
            Step(device, person);
            Pass();
        }
    }

    private void Step(Device device, Person person)
    {
        var theme = plan.Theme;
        (int Weight, Action Act)[] choices =
        [
            (theme.Tap, person.Create),
            (device.IsRestored ? 0 : theme.Change, person.Change),
            (theme.Decide, () => person.Decide(isSole: !device.IsRestored)),
            (theme.Look, person.Look),
            (theme.Weather, () => Weather(device)),
            (theme.Death, () => _mishaps.Die(device)),
            (theme.Disk, () => _mishaps.FillDisk(device)),
            (theme.Backup, () => _mishaps.BackUpOrRestore(device)),
            (theme.Clock, () => _mishaps.TurnClock(device)),
            (theme.Absence, () => _mishaps.GoAway(device, tills)),
            (theme.Elsewhere, elsewhere.Act),
        ];
        var drawn = random.Next(choices.Sum(choice => choice.Weight));
        foreach (var (weight, act) in choices)
        {
            if ((drawn -= weight) < 0)
            {
                act();
                return;
            }
        }
    }

    private void Weather(Device device)
    {
        device.Sky = random.Pick(Skies);
        world.Trace?.Write($"{device.Name} the sky is {device.Sky}");
    }

    // Mostly moments; long spans only while every device sleeps or is off, as tills do overnight.
    private void Pass()
    {
        var isAwake = tills.All.Any(till => till.Device is { Run: not null, IsAsleep: false });
        var span = random.Next(10) switch
        {
            < 3 => random.Between(0, 1),
            < 7 => random.Between(1, 20),
            < 9 => random.Between(20, 120),
            _ => random.Between(60, isAwake ? 300 : 3600),
        };
        world.Time.RunUntil(world.Time.Now + span);
    }
}
