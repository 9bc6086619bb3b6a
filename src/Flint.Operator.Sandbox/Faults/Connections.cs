using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace Flint.Operator.Sandbox.Faults;

internal static class Connections
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Ends a connection in order. The server's own abort is a reset, which can overtake what was sent before it, so the
    /// peer is told first and given the time to hang up.
    /// </summary>
    public static async Task CloseAsync(HttpContext http, TimeProvider time)
    {
        if (http.Features.Get<IConnectionSocketFeature>() is { Socket: { } socket })
        {
            try
            {
                socket.Shutdown(SocketShutdown.Send);
                await Task.Delay(Patience, time, http.RequestAborted);
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The peer has gone: that is what was waited for.
            }
        }

        http.Abort();
    }
}
