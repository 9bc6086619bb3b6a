using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Flint.Operator.Sandbox.Faults;

/// <summary>Listens on one address, with pauses in which nothing does.</summary>
internal sealed class CabledListener(IConnectionListenerFactory sockets, IConnectionListener first) : IConnectionListener
{
    private readonly ConcurrentDictionary<string, ConnectionContext> _open = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private IConnectionListener _current = first;
    private TaskCompletionSource? _back;
    private volatile bool _isOver;

    // The first one knows the port that was free.
    public EndPoint EndPoint { get; } = first.EndPoint;

    public bool IsPulled => _back is { Task.IsCompleted: false };

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (await _current.AcceptAsync(cancellationToken) is { } connection)
            {
                _open[connection.ConnectionId] = connection;
                connection.ConnectionClosed.Register(() => _open.TryRemove(connection.ConnectionId, out _));
                return connection;
            }

            if (_isOver)
                return null;
            if (_back is { } back)
                await back.Task.WaitAsync(cancellationToken);
        }
    }

    public async Task PullAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (IsPulled)
                return;
            _back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await _current.UnbindAsync();
            foreach (var connection in _open.Values)
                connection.Abort(new ConnectionAbortedException("The cable was pulled."));
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task PutBackAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!IsPulled)
                return;
            var next = await sockets.BindAsync(EndPoint, cancellationToken);
            await _current.DisposeAsync();
            _current = next;
            _back!.SetResult();
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        _isOver = true;
        _back?.TrySetResult();
        await _current.UnbindAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _current.DisposeAsync();
        _turn.Dispose();
    }
}
