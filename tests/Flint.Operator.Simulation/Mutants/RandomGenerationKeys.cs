using Flint.Operator.Core.Sync;
using Flint.Operator.Simulation.Devices;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>The keys of later generations are each device's own, so that a copy of the database has others.</summary>
internal sealed class RandomGenerationKeys() : Mutant("random-generation-keys")
{
    public override IOperationGateway Gateway(IOperationGateway gateway, AppRun run) => new KeyChanger(gateway, (key, requestId) =>
        run.Rows.Operations[requestId[4..requestId.LastIndexOf('-')]].Generation > 0 ? $"{key}-{run.Device.Name}" : key);
}
