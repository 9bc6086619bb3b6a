using Flint.Operator.Core.Sync;
using Flint.Operator.Simulation.Devices;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>Every attempt has a key of its own.</summary>
internal sealed class NewKeyPerAttempt() : Mutant("new-key-per-attempt")
{
    public override IOperationGateway Gateway(IOperationGateway gateway, AppRun run) => new KeyChanger(gateway, (key, requestId) => $"{key}{requestId[requestId.LastIndexOf('-')..]}");
}
