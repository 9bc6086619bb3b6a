using Flint.Operator.Simulation.Network;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Histories;

/// <summary>
/// Both devices go on with the same queue, which only the keys and the looks keep from sending twice: the copy sleeps until
/// every key is old, and the original sleeps with it or has sent by then.
/// </summary>
internal sealed class LiveCopy(World world, Tills tills, SeededRandom random)
{
    private static readonly Sky[] Bad = [Sky.Rough, Sky.Offline, Sky.Down, Sky.Rough];

    public void Run()
    {
        var (original, person) = tills.All[0];
        original.Sky = random.Pick(Bad);
        for (var taps = random.Next(1, 4); taps > 0; taps--)
        {
            person.Create();
            Pass(random.Between(0, 60));
        }

        tills.Copy(random, keepsOriginal: true);
        var copy = tills.All[1].Device;
        copy.Sleep();
        original.Sky = Sky.Fair;
        if (random.Chance(0.5))
        {
            original.Sleep();
        }
        else
        {
            Pass(TimeSpan.FromMinutes(15));
            original.Sleep();
        }

        Pass(random.Between(21 * 3600, 40 * 3600));
        copy.Sky = Sky.Fair;
        copy.Wake();
        Confirm();
        Pass(random.Between(0, 300));
        original.Wake();
        Pass(random.Between(1, 120));
    }

    // Somebody says that the old device is retired, which it is not.
    private void Confirm()
    {
        var (copy, person) = tills.All[1];
        foreach (var held in copy.Store.Snapshot.Open.Where(operation => operation.NeedsPerson).ToList())
        {
            person.Decide(held, isSole: false);
        }
    }

    private void Pass(TimeSpan span) => world.Time.RunUntil(world.Time.Now + span);
}
