namespace Flint.Operator.Storage.Sql;

/// <summary>
/// The one connection that writes, on a thread of its own behind two queues: what an operator waits for goes before what sync
/// has asked for, each in its own order. Nothing else ever touches the connection, so no write can land inside another's transaction.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly Func<SqlConnection> _open;
    private readonly SemaphoreSlim _waiting = new(0);
    private readonly Queue<Action> _taps = new();
    private readonly Queue<Action> _background = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SqlConnection? _connection;
    private bool _isClosing;
    private bool _isClosed;

    public SqliteWriter(Func<SqlConnection> open)
    {
        _open = open;
        _connection = open();
        new Thread(Work) { IsBackground = true, Name = "SQLite writer" }.Start();
    }

    /// <summary>How often the connection had to be replaced because a transaction would not end.</summary>
    public int Replacements { get; private set; }

    /// <summary>Runs work on the writer's thread, before everything that waits in the background. Cancelling stops the wait in the queue; work that has begun is finished.</summary>
    public Task<T> RunAsync<T>(Func<SqlConnection, T> work, CancellationToken cancellationToken) => EnqueueAsync(_taps, work, cancellationToken);

    /// <summary>The same, when nothing else waits.</summary>
    public Task<T> RunInBackgroundAsync<T>(Func<SqlConnection, T> work, CancellationToken cancellationToken) => EnqueueAsync(_background, work, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await EnqueueAsync(_background, Close, CancellationToken.None, isLast: true).ConfigureAwait(false);

        // Not by the thread itself: it could be through before its last job was counted, and dispose what that still uses.
#pragma warning disable VSTHRD003 // It is this writer's own thread, which needs nothing of whoever waits here.
        await _ended.Task.ConfigureAwait(false);
#pragma warning restore VSTHRD003
        _waiting.Dispose();
    }

    private Task<T> EnqueueAsync<T>(Queue<Action> queue, Func<SqlConnection, T> work, CancellationToken cancellationToken, bool isLast = false)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_taps)
        {
            ObjectDisposedException.ThrowIf(_isClosing, this);
            _isClosing = isLast;
            queue.Enqueue(() =>
            {
                Run(work, done, cancellationToken);
                _isClosed = isLast;
            });
            _waiting.Release();
        }

        return done.Task;
    }

    private void Work()
    {
        while (Next() is { } job)
        {
            job();
        }

        _ended.SetResult();
    }

    private Action? Next()
    {
        if (_isClosed)
        {
            return null;
        }

        _waiting.Wait();
        lock (_taps)
        {
            return _taps.TryDequeue(out var tap) ? tap : _background.Dequeue();
        }
    }

    // Closing the last connection moves the log into the file and removes it: what tells a clean stop from a crash.
    private bool Close(SqlConnection connection)
    {
        connection.Dispose();
        _connection = null;
        return true;
    }

#pragma warning disable CA1031 // Whatever the work throws belongs to whoever asked for it, not to this thread.
    private void Run<T>(Func<SqlConnection, T> work, TaskCompletionSource<T> done, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            done.SetCanceled(cancellationToken);
            return;
        }

        try
        {
            var result = work(_connection ??= _open());
            CloseIfPoisoned();
            done.SetResult(result);
        }
        catch (Exception failure)
        {
            CloseIfPoisoned();
            done.SetException(failure);
        }
    }
#pragma warning restore CA1031

    // An open transaction here would swallow every later commit. Closing undoes it; the next work opens anew.
    private void CloseIfPoisoned()
    {
        if (_connection is { IsInTransaction: true })
        {
            _connection.Dispose();
            _connection = null;
            Replacements++;
        }
    }
}
