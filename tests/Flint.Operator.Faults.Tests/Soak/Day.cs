using Flint.Operator.Core.Sync;
using Flint.Operator.Faults.Tests.Proxy;
using Flint.Operator.Faults.Tests.Stack;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Faults.Tests.Soak;

/// <summary>One bad day at a counter, drawn from a seed: taps, faults, cables, restarts, clocks and waits in any order.</summary>
internal sealed class Day(FaultScene scene, FakeTimeProvider truth, Random random)
{
    private static readonly WireFault[] Faults = [.. Enum.GetValues<WireFault>().Where(fault => fault != WireFault.LateAfterTheResend)];

    private readonly List<string> _links = [];
    private readonly List<string> _charges = [];
    private bool _isDown;

    public async Task LiveAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            await StepAsync();
        }

        // The evening: everything works again, and somebody answers what is asked.
        scene.Proxy.Plan.Clear();
        scene.Device.Offset = TimeSpan.Zero;
        Cable(isDown: false);
        for (var round = 0; round < 4 && (await scene.Till.OpenAsync()).Count > 0; round++)
        {
            await scene.SettleWithAPersonAsync();
        }
    }

    private async Task StepAsync()
    {
        switch (random.Next(12))
        {
            case 0 or 1:
                _links.Add(FaultScene.Saved(await scene.Till.TapLinkAsync()));
                break;
            case 2 or 3:
                _charges.Add(FaultScene.Saved(await scene.Till.TapChargeAsync()));
                break;
            case 4:
                await ChangeAsync();
                break;
            case 5 or 6:
                scene.Proxy.Plan.Arm(Faults[random.Next(Faults.Length)], _ => true, times: random.Next(1, 4));
                break;
            case 7:
                Cable(isDown: !_isDown);
                break;
            case 8:
                await scene.RestartAsync();
                break;
            case 9:
                scene.Device.Offset = TimeSpan.FromHours(random.Next(-40, 41));
                break;
            case 10:
                truth.Advance(TimeSpan.FromMinutes(Math.Pow(10, random.NextDouble() * 3.3)));
                break;
        }

        await scene.SettleAsync(cycles: random.Next(0, 4));
    }

    // Each link is paused at most once, and each session closed at most once: a second time would be another intent.
    private async Task ChangeAsync()
    {
        var (from, tap) = random.Next(2) == 0 ? (_links, (Func<string, Task<SaveOutcome>>)scene.Till.TapPauseAsync) : (_charges, scene.Till.TapCloseAsync);
        if (from.Count == 0)
        {
            return;
        }

        var lid = from[random.Next(from.Count)];
        if (await tap(lid) is SaveOutcome.Saved)
        {
            from.Remove(lid);
        }
    }

    private void Cable(bool isDown)
    {
        if (isDown == _isDown)
        {
            return;
        }

        _isDown = isDown;
        if (isDown)
        {
            scene.Proxy.Down();
        }
        else
        {
            scene.Proxy.Up();
        }
    }
}
