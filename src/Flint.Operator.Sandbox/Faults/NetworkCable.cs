using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Flint.Operator.Sandbox.Faults;

/// <summary>
/// The server's transport, with a cable that can be pulled: connections are then refused and not merely closed, so that a
/// client knows its request was never sent. Only the program around the sandbox can pull it; over the network nobody could
/// put it back.
/// </summary>
internal sealed class NetworkCable(IOptions<SocketTransportOptions> options, ILoggerFactory log) : IConnectionListenerFactory, IAsyncDisposable
{
    private readonly SocketTransportFactory _sockets = new(options, log);
    private CabledListener? _listener;

    public bool IsPulled => _listener?.IsPulled == true;

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        _listener = new CabledListener(_sockets, await _sockets.BindAsync(endpoint, cancellationToken));

    public Task PullAsync() => _listener?.PullAsync() ?? Task.CompletedTask;

    /// <exception cref="IOException">Another program took the port meanwhile.</exception>
    public async Task PutBackAsync(CancellationToken cancellationToken)
    {
        try
        {
            await (_listener?.PutBackAsync(cancellationToken) ?? Task.CompletedTask);
        }
        catch (AddressInUseException taken)
        {
            throw new IOException(taken.Message, taken);
        }
    }

    public ValueTask DisposeAsync() => _listener?.DisposeAsync() ?? ValueTask.CompletedTask;
}
