using Flint.Operator.Simulation.Devices;
using Flint.Operator.Simulation.People;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Histories;

/// <summary>The device of a history, and later perhaps the copy of it, each with somebody in front.</summary>
internal sealed class Tills
{
    private readonly World _world;
    private readonly List<(Device Device, Person Person)> _all = [];

    public Tills(World world, SeededRandom random)
    {
        _world = world;
        Add(Device.New(world, "A", new SeededRandom(random.NextState())), random);
    }

    public IReadOnlyList<(Device Device, Person Person)> All => _all;

    /// <summary>Copies the database of the first to a second device, which starts.</summary>
    public void Copy(SeededRandom random, bool keepsOriginal)
    {
        _world.Trace?.Write($"the database of A is copied to B");
        _world.Auditor.Copied("A", "B");
        var copy = _all[0].Device.Copy("B");
        if (!keepsOriginal)
        {
            _all[0].Device.Kill();
            _all.Clear();
        }

        Add(copy, random);
    }

    private void Add(Device device, SeededRandom random)
    {
        _all.Add((device, new Person(_world, device, new SeededRandom(random.NextState()))));
        device.Start();
    }
}
