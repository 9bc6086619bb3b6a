using Flint.Operator.Core.Sync;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Records;

/// <summary>What a screen about one record needs while it is open: it is watched, read again when it changes, and its ages tick.</summary>
public sealed class RecordScope : IDisposable
{
    private readonly TimeProvider _time;
    private readonly WatchedRecords _watched;
    private readonly LiveQuery _query;
    private readonly Ticker _ticker;

    internal RecordScope(
        ChangeFeed feed, WatchList watch, TimeProvider time, Func<IReadOnlySet<string>, bool> concerns, Func<CancellationToken, Task> read, Action tick)
    {
        _time = time;
        _watched = new WatchedRecords(watch);
        _query = new LiveQuery(feed, concerns, read);
        _ticker = new Ticker(time, TimeSpan.FromSeconds(1), tick);
    }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Its buyer may be waiting: its operations go first and its state is read every few seconds.</summary>
    public void Watch(string lid) => _watched.Show([lid]);

    public Task ReadAsync(CancellationToken cancellationToken) => _query.ReadAsync(cancellationToken);

    /// <summary>Asks for a read without waiting for it.</summary>
    public void Refresh() => _query.Refresh();

    public void Dispose()
    {
        _ticker.Dispose();
        _query.Dispose();
        _watched.Dispose();
    }
}
