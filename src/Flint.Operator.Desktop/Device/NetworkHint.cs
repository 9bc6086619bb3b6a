using System.Net.NetworkInformation;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Desktop.Device;

/// <summary>The system says that its network has changed: reason enough to ask the API, and to believe nothing else of it.</summary>
internal sealed class NetworkHint(SyncSignal signal) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        NetworkChange.NetworkAddressChanged += OnChanged;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        NetworkChange.NetworkAddressChanged -= OnChanged;
        return Task.CompletedTask;
    }

    internal void OnChanged(object? sender, EventArgs e) => signal.Prompt();
}
