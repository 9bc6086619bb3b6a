namespace Flint.Operator.Sandbox;

/// <summary>Leaves signals to the program around it: it may be the sandbox's own, or the app that hosts a practice API.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
