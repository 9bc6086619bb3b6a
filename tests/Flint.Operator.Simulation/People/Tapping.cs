using Flint.Operator.Core.Sync;
using Flint.Operator.Simulation.Auditing;
using Flint.Operator.Simulation.Devices;

namespace Flint.Operator.Simulation.People;

/// <summary>One tap: what the rows were, what they are, and whether it had to wait for anything.</summary>
internal sealed class Tapping(World world, Device device)
{
    public void Tap(string what, long? typedMinor, Func<AppRun, Task<SaveOutcome>> act)
    {
        if (device is not { Run: { } run, IsAsleep: false })
        {
            return;
        }

        var (from, before) = (world.Time.Now, run.Rows);
        var tap = act(run);
        if (!tap.IsCompleted && !run.IsDead)
        {
            world.Trace?.Write($"{device.Name}{run.Number} a person taps {what} and waits");
        }

        var outcome = Outcome(tap);
        world.Trace?.Write($"{device.Name}{run.Number} a person tapped {what}: {outcome?.GetType().Name ?? "died"}");
        world.Auditor.Tapped(new TapSeen(device.Name, from, world.Time.Now, tap.IsCompleted || run.IsDead, outcome, before, run.Rows, typedMinor));
        if (outcome is not null)
        {
            run.Prompted();
        }
    }

    private SaveOutcome? Outcome(Task<SaveOutcome> tap)
    {
        if (tap.IsFaulted)
        {
            world.Auditor.Threw(world.Time.Now, tap.Exception.InnerException!);
            return null;
        }

#pragma warning disable VSTHRD002, VSTHRD103 // It has ended: nothing is waited for.
        return tap.IsCompletedSuccessfully ? tap.Result : null;
#pragma warning restore VSTHRD002, VSTHRD103
    }
}
