using System.Net.Sockets;
using System.Text;

namespace Flint.Operator.Faults.Tests.Proxy;

/// <summary>One request between a client and the server, and what can be done to it.</summary>
internal sealed class Exchange(Socket client, WireMessage request, Server server, ProxyEvents events)
{
    public WireMessage Request => request;

    public Server Server => server;

    public Task<byte[]> DeliverAsync() => server.DeliverAsync(request);

    public async Task ReplyAsync(ReadOnlyMemory<byte> bytes) => await client.SendAsync(bytes);

    /// <summary>An answer that is not the server's.</summary>
    public Task ReplyAsync(string statusLine, string headers, string body) =>
        ReplyAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {statusLine}\r\n{headers}Content-Type: text/html\r\nContent-Length: {body.Length}\r\n\r\n{body}"));

    public async Task ReplySlowlyAsync(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at++)
        {
            await ReplyAsync(bytes.Slice(at, 1));
        }
    }

    public void Reset() => client.LingerState = new LingerOption(true, 0);

    public void EndSending() => client.Shutdown(SocketShutdown.Send);

    /// <summary>Says that nothing more will come, and waits until the client has given up.</summary>
    public async Task StallAsync()
    {
        events.Stalled();
        await GivenUpAsync();
    }

    public Task ResentAsync() => events.ResentAsync(request.Header("Idempotency-Key")!);

    private async Task GivenUpAsync()
    {
        try
        {
            await client.ReceiveAsync(new byte[1]);
        }
        catch (SocketException)
        {
            // A reset is one way of giving up.
        }
    }
}
