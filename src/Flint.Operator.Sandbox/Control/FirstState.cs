using Flint.Operator.Sandbox.Catalog;
using Flint.Operator.Sandbox.Demo;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Control;

/// <summary>Brings the state about that the sandbox was asked to start with.</summary>
internal sealed class FirstState(SandboxOptions options, SandboxDatabase database) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.RunAsync(CatalogSeed.Apply, cancellationToken);
        if (options.Reset)
            await database.RunAsync(StateEndpoints.Clear, cancellationToken);
        if (options.Demo)
            await database.RunAsync(DemoMerchant.AddTo, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
