using System.Net.Sockets;
using System.Text;

namespace Flint.Operator.Faults.Tests.Proxy;

/// <summary>The server behind the proxy, one connection for each delivery.</summary>
internal sealed class Server(Uri address)
{
    /// <summary>The whole reply, as it would stand on a connection that is kept.</summary>
    public async Task<byte[]> DeliverAsync(WireMessage request)
    {
        using var socket = await ConnectAsync();
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(request.ForServer());
        using var reply = new MemoryStream();
        await stream.CopyToAsync(reply);
        return Keep(reply.ToArray());
    }

    /// <summary>Half of a request, then a reset.</summary>
    public async Task DeliverHalfAsync(WireMessage request)
    {
        using var socket = await ConnectAsync();
        var bytes = request.ForServer();
        await socket.SendAsync(bytes.AsMemory(0, bytes.Length - ((request.Body.Length + 1) / 2)));
        socket.LingerState = new LingerOption(true, 0);
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static byte[] Keep(byte[] reply)
    {
        var headLength = reply.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        var head = Encoding.Latin1.GetString(reply, 0, headLength).Replace("Connection: close\r\n", "", StringComparison.OrdinalIgnoreCase);
        return [.. Encoding.Latin1.GetBytes(head), .. reply.AsSpan(headLength)];
    }
}
