using Flint.Operator.Core.Sync;
using Flint.Operator.Simulation.Devices;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>When the key is old, another is taken at once, without a look.</summary>
internal sealed class BlindNewKeyAfterWindow() : Mutant("blind-new-key-after-window")
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(20);

    public override SyncOptions Options(SyncOptions options) => options with { KeySafeAge = TimeSpan.FromDays(365) };

    public override IOperationGateway Gateway(IOperationGateway gateway, AppRun run) => new KeyChanger(gateway, (key, requestId) =>
    {
        var operation = run.Rows.Operations[requestId[4..requestId.LastIndexOf('-')]];
        return run.Get<SyncClock>().Now().AtMostSince(operation.KeyBorn) >= Window ? $"{key}-new" : key;
    });
}
