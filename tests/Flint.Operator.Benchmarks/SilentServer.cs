using System.Net;
using System.Net.Sockets;

namespace Flint.Operator.Benchmarks;

/// <summary>Takes connections on loopback and never answers.</summary>
internal sealed class SilentServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<TcpClient> _held = [];

    public SilentServer()
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = HoldAsync();
    }

    public Uri Address { get; }

    /// <summary>Returns once somebody waits for an answer.</summary>
    public Task WaitAsync() => _asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

    public void Dispose()
    {
        _listener.Dispose();
        _held.ForEach(client => client.Dispose());
    }

    private async Task HoldAsync()
    {
        try
        {
            while (true)
            {
                _held.Add(await _listener.AcceptTcpClientAsync());
                _asked.TrySetResult();
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The benchmark is over.
        }
    }
}
