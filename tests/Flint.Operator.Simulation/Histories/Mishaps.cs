using Flint.Operator.Simulation.Devices;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Histories;

/// <summary>What happens to a device: it dies at any point, its disk fills, its clocks are turned, and it is left alone for days.</summary>
internal sealed class Mishaps(World world, SeededRandom random)
{
    // Nobody watches a till that long: the copy of it is left alone too.
    private static readonly TimeSpan Night = TimeSpan.FromHours(1);

    private static readonly DeathPoint[] Deaths = Enum.GetValues<DeathPoint>();

    public void Die(Device device)
    {
        if (!MayLoseReply(device))
        {
            return;
        }

        if (random.Chance(0.5) && !world.Kind.RepliesArrive)
        {
            device.Death = random.Pick(Deaths);
            world.Trace?.Write($"{device.Name} will die {device.Death}");
        }
        else
        {
            device.Kill();
            if (random.Chance(0.2))
            {
                device.Clock.Reboot();
            }
        }
    }

    public void FillDisk(Device device)
    {
        if (!world.Kind.RepliesArrive)
        {
            device.FullCommits = random.Next(1, 6);
            world.Trace?.Write($"{device.Name} its disk is full for {device.FullCommits} commits");
        }
    }

    public void BackUpOrRestore(Device device)
    {
        if (random.Chance(0.6))
        {
            device.BackUp();
        }
        else if (MayLoseReply(device))
        {
            device.Restore();
        }
    }

    public void TurnClock(Device device)
    {
        switch (random.Next(4))
        {
            case 0:
                device.Clock.SetWall(TimeSpan.FromHours(40));
                break;
            case 1:
                device.Clock.SetWall(TimeSpan.FromHours(-40));
                break;
            case 2:
                device.Clock.SetWallTo(DateTimeOffset.UnixEpoch);
                break;
            default:
                device.Clock.SetWall(TimeSpan.Zero);
                break;
        }

        world.Trace?.Write($"{device.Name} its wall clock says {device.Clock.GetUtcNow():u}");
    }

    /// <summary>Hours or days: asleep, or off and perhaps without its monotonic clock when it comes back.</summary>
    public void GoAway(Device device, Tills tills)
    {
        var span = random.Next(10) switch
        {
            < 4 => random.Between(60, 3600),
            < 7 => random.Between(3600, 20 * 3600),
            < 9 => random.Between(19 * 3600, 30 * 3600),
            _ => random.Between(30 * 3600, 30 * 86400),
        };
        var ends = world.Time.Now + span;
        foreach (var (other, _) in tills.All.Where(till => till.Device == device || span > Night))
        {
            Leave(other);
        }

        world.Trace?.Write($"{device.Name} is left alone until {ends}");
        world.Time.RunUntil(ends);
        device.Start();
        device.Wake();
    }

    private void Leave(Device device)
    {
        if (random.Chance(0.6) || !MayLoseReply(device))
        {
            device.Sleep();
        }
        else
        {
            device.Kill();
            device.Clock.Reboot();
        }
    }

    private bool MayLoseReply(Device device) => !world.Kind.RepliesArrive || !device.HasWriteOut;
}
