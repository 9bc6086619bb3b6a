using System.Collections.Concurrent;

namespace Flint.Operator.Storage.Sql;

/// <summary>
/// The one connection that writes, on a thread of its own behind a queue. Work runs in the order it was asked for; nothing
/// else ever touches the connection, so no write can land inside another's transaction.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly Func<SqlConnection> _open;
    private readonly BlockingCollection<Action> _queue = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SqlConnection? _connection;

    public SqliteWriter(Func<SqlConnection> open)
    {
        _open = open;
        _connection = open();
        new Thread(Work) { IsBackground = true, Name = "SQLite writer" }.Start();
    }

    /// <summary>How often the connection had to be replaced because a transaction would not end.</summary>
    public int Replacements { get; private set; }

    /// <summary>Runs work on the writer's thread. Cancelling stops the wait in the queue; work that has begun is finished.</summary>
    public Task<T> RunAsync<T>(Func<SqlConnection, T> work, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        ObjectDisposedException.ThrowIf(_queue.IsAddingCompleted, this);
        _queue.Add(() => Run(work, done, cancellationToken), CancellationToken.None);
        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        var closing = RunAsync(Close, CancellationToken.None);
        _queue.CompleteAdding();
        await closing.ConfigureAwait(false);

        // Not by the thread itself: it could be through before CompleteAdding has returned, and dispose what that still uses.
#pragma warning disable VSTHRD003 // It is this writer's own thread, which needs nothing of whoever waits here.
        await _ended.Task.ConfigureAwait(false);
#pragma warning restore VSTHRD003
        _queue.Dispose();
    }

    private void Work()
    {
        foreach (var job in _queue.GetConsumingEnumerable())
        {
            job();
        }

        _ended.SetResult();
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
