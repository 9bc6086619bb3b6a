using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Flint.Operator.Desktop.Start;

/// <summary>Kestrel wraps a taken port; a port that the system reserves comes as it is.</summary>
internal static class PortInUse
{
    public static bool Is(Exception e) => e switch
    {
        AddressInUseException => true,
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse or SocketError.AccessDenied } => true,
        _ => e.InnerException is { } inner && Is(inner),
    };
}
