using Flint.Operator.Core.Sync;

namespace Flint.Operator.ViewModels.Shell;

/// <summary>
/// Reads again whenever a record that concerns a screen has changed. Notices that come while a read runs become one more read,
/// so a burst of commits costs two reads and the last state is always seen.
/// </summary>
public sealed class LiveQuery : IDisposable
{
    private readonly Func<CancellationToken, Task> _read;
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly IDisposable _subscription;
    private int _pending;

    public LiveQuery(ChangeFeed feed, Func<IReadOnlySet<string>, bool> concerns, Func<CancellationToken, Task> read)
    {
        ArgumentNullException.ThrowIfNull(feed);
        _read = read;
        _subscription = feed.Subscribe(lids =>
        {
            if (concerns(lids))
            {
                Refresh();
            }
        });
    }

    /// <summary>Reads once, now.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token, cancellationToken);
        await _gate.WaitAsync(either.Token);
        try
        {
            await _read(either.Token);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Asks for a read without waiting for it.</summary>
    public void Refresh()
    {
        if (Interlocked.Exchange(ref _pending, 1) == 0)
        {
            _ = RefreshAsync();
        }
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task RefreshAsync()
    {
        // The notice comes on the thread that committed; it must not wait for our read.
        await Task.Yield();
        try
        {
            await _gate.WaitAsync(_closing.Token);
            try
            {
                Volatile.Write(ref _pending, 0);
                await _read(_closing.Token);
            }
            finally
            {
                _gate.Release();
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or ObjectDisposedException)
        {
            // The screen is gone; nobody waits for the answer.
        }
    }
}
