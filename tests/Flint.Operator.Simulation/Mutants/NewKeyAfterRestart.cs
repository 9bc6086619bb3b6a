using Flint.Operator.Core.Sync;
using Flint.Operator.Simulation.Devices;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>Each run of the app has keys of its own.</summary>
internal sealed class NewKeyAfterRestart() : Mutant("new-key-after-restart")
{
    public override IOperationGateway Gateway(IOperationGateway gateway, AppRun run) => new KeyChanger(gateway, (key, _) => $"{key}-{run.Number}");
}
