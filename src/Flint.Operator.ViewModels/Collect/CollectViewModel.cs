using CommunityToolkit.Mvvm.ComponentModel;
using Flint.Operator.Core.Guide;
using Flint.Operator.Core.Sync;
using Flint.Operator.ViewModels.Records;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Collect;

public sealed partial class CollectViewModel : ObservableObject, IDisposable
{
    private const int RecentRows = 8;
    private const int ShelfLinks = 6;

    private readonly RecordLists _lists;
    private readonly WatchedRecords _watched;
    private readonly LiveQuery _query;
    private readonly Ticker _ticker;

    public CollectViewModel(RecordLists lists, ChangeFeed feed, WatchList watch, TimeProvider time)
    {
        _lists = lists;
        _watched = new WatchedRecords(watch);
        _query = new LiveQuery(feed, _ => true, ReadAsync);
        _ticker = new Ticker(time, TimeSpan.FromSeconds(15), _query.Refresh);
    }

    [ObservableProperty]
    public partial bool IsLoaded { get; private set; }

    /// <summary>The newest links and checkouts together.</summary>
    [ObservableProperty]
    public partial IReadOnlyList<RecordSummary> Recent { get; private set; } = [];

    /// <summary>Links whose QR works right now, with or without a network.</summary>
    [ObservableProperty]
    public partial IReadOnlyList<RecordSummary> Shelf { get; private set; } = [];

    /// <summary>When the shelf was checked last: the oldest of its checks.</summary>
    public DateTimeOffset? ShelfSeenAt => Shelf.Min(link => link.SeenAt);

    public Task LoadAsync(CancellationToken cancellationToken) => _query.ReadAsync(cancellationToken);

    public void Dispose()
    {
        _ticker.Dispose();
        _query.Dispose();
        _watched.Dispose();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var links = await _lists.PageAsync(Surface.PaymentLink, null, RecordLists.PageSize, cancellationToken);
        var recent = await _lists.PageAsync(null, null, RecentRows, cancellationToken);
        Shelf = [.. links.Where(link => link.State == RecordState.Ready).Take(ShelfLinks)];
        Recent = recent;
        IsLoaded = true;
        _watched.Show(recent.Where(row => row.IsLive).Select(row => row.Lid));
    }
}
