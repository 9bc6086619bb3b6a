using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Simulation.Devices;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>A 5xx counts as never sent: it is sent again without a look.</summary>
internal sealed class ResendAfterServerError() : Mutant("resend-after-5xx")
{
    public override IOperationGateway Gateway(IOperationGateway gateway, AppRun run) => new ResultChanger(gateway, (_, _, result) =>
        result is GatewayResult<RemoteRecord>.Answered { Problem.Status: >= 500 } ? new GatewayResult<RemoteRecord>.NotSent(NetworkFault.Connect) : result);
}
