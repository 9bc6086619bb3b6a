using Flint.Operator.Core.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.Faults.Host;

/// <summary>Sync, as the loop runs it, until nothing is left that it can do.</summary>
internal static class Cycles
{
    public static async Task SettleAsync(IServiceProvider services)
    {
        var time = services.GetRequiredService<TimeProvider>();
        var engine = services.GetRequiredService<SyncEngine>();
        var signal = services.GetRequiredService<SyncSignal>();
        while (true)
        {
            await signal.WaitAsync(TimeSpan.Zero, CancellationToken.None);
            await engine.RunCycleAsync(CancellationToken.None);
            var open = await services.GetRequiredService<IOperatorStore>().LoadOpenAsync(CancellationToken.None);
            if (open.All(operation => operation.NeedsPerson))
            {
                Output.Say($"settled {open.Count}");
                return;
            }

            await Task.Delay(await services.GetRequiredService<SyncTimetable>().NextWaitAsync(CancellationToken.None), time);
        }
    }
}
