using Flint.Operator.Core.Sync;

namespace Flint.Operator.Desktop;

/// <summary>Runs sync for as long as the app runs, whether or not a window is open.</summary>
internal sealed class SyncService(SyncLoop loop) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync(stoppingToken);
}
