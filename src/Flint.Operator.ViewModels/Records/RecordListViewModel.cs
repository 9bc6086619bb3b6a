using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Guide;
using Flint.Operator.Core.Sync;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Records;

/// <summary>A list of links, of checkouts or of both, that grows page by page and stays true while it is open.</summary>
public sealed partial class RecordListViewModel : ObservableObject, IDisposable
{
    // Rows further down are read again when they are opened; polling them all would spend the account's rate on nobody's question.
    private const int WatchedRows = 20;

    private readonly RecordLists _lists;
    private readonly WatchedRecords _watched;
    private readonly LiveQuery _query;
    private readonly Ticker _ticker;
    private Surface? _surface;

    public RecordListViewModel(RecordLists lists, ChangeFeed feed, WatchList watch, TimeProvider time)
    {
        _lists = lists;
        _watched = new WatchedRecords(watch);
        _query = new LiveQuery(feed, _ => true, ReadAsync);
        _ticker = new Ticker(time, TimeSpan.FromSeconds(15), _query.Refresh);
    }

    [ObservableProperty]
    public partial bool IsLoaded { get; private set; }

    [ObservableProperty]
    public partial IReadOnlyList<RecordSummary> Rows { get; private set; } = [];

    [ObservableProperty]
    public partial bool HasMore { get; private set; }

    /// <param name="surface">Which list; null for both.</param>
    /// <param name="cancellationToken">Cancelled when the operator leaves.</param>
    public Task LoadAsync(Surface? surface, CancellationToken cancellationToken)
    {
        _surface = surface;
        return _query.ReadAsync(cancellationToken);
    }

    public void Dispose()
    {
        _ticker.Dispose();
        _query.Dispose();
        _watched.Dispose();
    }

    [RelayCommand]
    private async Task LoadMoreAsync(CancellationToken cancellationToken)
    {
        var next = await _lists.PageAsync(_surface, Rows.Count > 0 ? Rows[^1].Lid : null, RecordLists.PageSize + 1, cancellationToken);
        Show([.. Rows, .. next.Take(RecordLists.PageSize)], next.Count > RecordLists.PageSize);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var count = Math.Max(Rows.Count, RecordLists.PageSize);
        var rows = await _lists.PageAsync(_surface, null, count + 1, cancellationToken);
        Show([.. rows.Take(count)], rows.Count > count);
        IsLoaded = true;
    }

    private void Show(IReadOnlyList<RecordSummary> rows, bool hasMore)
    {
        Rows = rows;
        HasMore = hasMore;
        _watched.Show(rows.Take(WatchedRows).Where(row => row.IsLive).Select(row => row.Lid));
    }
}
