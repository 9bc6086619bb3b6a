using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.ViewModels.Records;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Activity;

/// <summary>Everything this device holds: it answers while somebody types, grows as it is scrolled, and stays true while it is open.</summary>
public sealed partial class ActivityViewModel : ObservableObject, IDisposable
{
    public const int PageSize = 50;

    /// <summary>Nobody counts further by eye, and the file need not either.</summary>
    public const int MostCounted = 1_000;

    /// <summary>Shorter than the pause between two words, longer than that between two letters.</summary>
    public static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(120);

    // Rows further down are read again when they are opened.
    private const int LiveRows = 200;
    private const int WatchedRows = 20;

    private readonly IActivityStore _activity;
    private readonly IExportTarget _target;
    private readonly TimeProvider _time;
    private readonly WatchedRecords _watched;
    private readonly LiveQuery _query;
    private readonly Ticker _ticker;
    private readonly ITimer _typing;
    private int _turn;

    public ActivityViewModel(IActivityStore activity, IExportTarget target, ChangeFeed feed, WatchList watch, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _activity = activity;
        _target = target;
        _time = time;
        _watched = new WatchedRecords(watch);
        _query = new LiveQuery(feed, _ => true, ReadAsync);
        _ticker = new Ticker(time, TimeSpan.FromSeconds(15), _query.Refresh);
        _typing = time.CreateTimer(_ => _query.Refresh(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    [ObservableProperty]
    public partial bool IsLoaded { get; private set; }

    /// <summary>What is asked for now; the answer may still be of what was asked before.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(IsNarrowed))]
    [NotifyPropertyChangedFor(nameof(ExportAddress))]
    public partial ActivityFilter Filter { get; private set; } = new();

    [ObservableProperty]
    public partial ActivityAnswer Answer { get; private set; } = ActivityAnswer.Nothing;

    /// <summary>Everybody who made something here.</summary>
    [ObservableProperty]
    public partial IReadOnlyList<string> Operators { get; private set; } = [];

    public bool IsNarrowed => Query.IsNarrowed;

    /// <summary>Where the head hands out what is asked for as a file.</summary>
    public string ExportAddress => _target.ActivityAddress(Query);

    public DateOnly Today => DateOnly.FromDateTime(_time.GetLocalNow().DateTime);

    private ActivityQuery Query => Filter.ToQuery(_time.LocalTimeZone);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _query.ReadAsync(cancellationToken);
        IsLoaded = true;
    }

    /// <summary>Searches once the typing pauses.</summary>
    public void Type(string text)
    {
        Filter = Filter with { Text = text };
        _typing.Change(TypingPause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Asks for something else, now.</summary>
    public Task NarrowAsync(ActivityFilter filter)
    {
        Filter = filter;
        return ReadAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        _typing.Dispose();
        _ticker.Dispose();
        _query.Dispose();
        _watched.Dispose();
    }

    [RelayCommand]
    private async Task LoadMoreAsync(CancellationToken cancellationToken)
    {
        var before = Answer;
        if (!before.HasMore)
        {
            return;
        }

        var more = await PageAsync(before.Filter, before.Rows[^1].Lid, PageSize + 1, cancellationToken);

        // Somebody has asked for something else meanwhile, or the rows were read again.
        if (ReferenceEquals(Answer, before))
        {
            Show(before.Filter, [.. before.Rows, .. more.Take(PageSize)], more.Count > PageSize, before.Count);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var turn = Interlocked.Increment(ref _turn);
        var (filter, before) = (Filter, Answer);
        var held = ReferenceEquals(before.Filter, filter) ? before.Rows : [];
        var count = Math.Clamp(held.Count, PageSize, LiveRows);
        var rows = await PageAsync(filter, null, count + 1, cancellationToken);
        var found = await _activity.CountAsync(filter.ToQuery(_time.LocalTimeZone), _time.GetUtcNow(), MostCounted + 1, cancellationToken);
        var operators = await _activity.ListOperatorsAsync(cancellationToken);

        // The last question wins, in whatever order the answers come.
        if (turn != Volatile.Read(ref _turn))
        {
            return;
        }

        Operators = operators;
        if (rows.Count <= count)
        {
            Show(filter, rows, hasMore: false, found);
            return;
        }

        var fresh = rows.Take(count).ToList();
        IReadOnlyList<RecordSummary> older = [.. held.Where(row => string.CompareOrdinal(row.Lid, fresh[^1].Lid) < 0)];
        Show(filter, [.. fresh, .. older], older.Count == 0 || before.HasMore, found);
    }

    private async Task<IReadOnlyList<RecordSummary>> PageAsync(ActivityFilter filter, string? afterLid, int count, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var entries = await _activity.ListAsync(filter.ToQuery(_time.LocalTimeZone), now, afterLid, count, cancellationToken);
        return [.. entries.Select(entry => RecordSummary.Of(entry, now))];
    }

    private void Show(ActivityFilter filter, IReadOnlyList<RecordSummary> rows, bool hasMore, int count)
    {
        Answer = new ActivityAnswer(filter, rows, ActivityItem.Lines(rows, hasMore, _time.LocalTimeZone), hasMore, count);
        _watched.Show(rows.Take(WatchedRows).Where(row => row.IsLive).Select(row => row.Lid));
    }
}
