using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;

namespace Flint.Operator.Desktop;

/// <summary>Runs sync for as long as the app runs, whether or not a window is open; never over data that may only be looked at.</summary>
internal sealed class SyncService(SyncLoop loop, StoreNotices notices) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => notices.IsReadOnly ? Task.CompletedTask : loop.RunAsync(stoppingToken);
}
