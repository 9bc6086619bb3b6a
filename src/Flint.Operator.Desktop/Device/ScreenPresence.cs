using Flint.Operator.Core.Sync;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Flint.Operator.Desktop.Device;

/// <summary>A window that is open and connected is somebody looking.</summary>
internal sealed class ScreenPresence(Presence presence) : CircuitHandler
{
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        presence.Came();
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        presence.Left();
        return Task.CompletedTask;
    }
}
