using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Flint.Operator.Faults.Tests.Proxy;

/// <summary>A TCP proxy on loopback between the client and the sandbox, which breaks what it is told to break and notes every request.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly Server _server;
    private readonly Func<TimeSpan> _clock;
    private readonly ConcurrentQueue<SeenRequest> _seen = new();
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private readonly ConcurrentQueue<Task> _exchanges = new();
    private TcpListener _listener = new(IPAddress.Loopback, 0);

    public FaultProxy(Uri server, Func<TimeSpan> clock)
    {
        _server = new Server(server);
        _clock = clock;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = AcceptAsync(_listener);
    }

    public Uri Address { get; }

    public FaultPlan Plan { get; } = new();

    public ProxyEvents Events { get; } = new();

    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    /// <summary>The cable is pulled: connections break, new ones are refused.</summary>
    public void Down()
    {
        _listener.Stop();
        foreach (var socket in _open.Keys)
        {
            Break(socket);
        }
    }

    // Its exchange may be over this very moment and close it as well.
    private static void Break(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
        }
        catch (ObjectDisposedException)
        {
            // It is closed, which is all that was wanted.
        }
    }

    public void Up()
    {
        _listener = new TcpListener(IPAddress.Loopback, Address.Port);
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    /// <summary>Waits for everything that is still on its way: late deliveries count.</summary>
    public Task QuietAsync() => Task.WhenAll(_exchanges).WaitAsync(TimeSpan.FromSeconds(15));

    public async ValueTask DisposeAsync()
    {
        Down();
        await QuietAsync();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await listener.AcceptSocketAsync();
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            _ = ServeAsync(socket);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        socket.NoDelay = true;
        _open[socket] = 0;
        using (socket)
        {
            try
            {
                await using var stream = new NetworkStream(socket);
                while (await WireMessage.ReadAsync(stream, CancellationToken.None) is { } request)
                {
                    _seen.Enqueue(new SeenRequest(request, _clock()));
                    var exchange = PassAsync(socket, request);
                    _exchanges.Enqueue(exchange);
                    if (!await exchange)
                    {
                        return;
                    }
                }
            }
            catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException)
            {
                // The client went away, or the cable was pulled.
            }
            finally
            {
                _open.TryRemove(socket, out _);
            }
        }
    }

    private async Task<bool> PassAsync(Socket socket, WireMessage request)
    {
        var exchange = new Exchange(socket, request, _server, Events);
        try
        {
            if (Plan.Strike(request) is { } fault)
            {
                return await WireFaults.RunAsync(fault, exchange);
            }

            await exchange.ReplyAsync(await exchange.DeliverAsync());
            Events.Answered(request);
            return true;
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException)
        {
            return false;
        }
    }
}
