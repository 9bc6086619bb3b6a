using CommunityToolkit.Mvvm.ComponentModel;
using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Sync;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Records;

/// <summary>Everything that happened to one link or checkout, for whoever is asked what became of it.</summary>
public sealed partial class HistoryViewModel : ObservableObject, IDisposable
{
    private readonly IActivityStore _activity;
    private readonly LiveQuery _query;
    private string _lid = "";

    public HistoryViewModel(IActivityStore activity, ChangeFeed feed)
    {
        _activity = activity;
        _query = new LiveQuery(feed, lids => lids.Contains(_lid), ReadAsync);
    }

    [ObservableProperty]
    public partial IReadOnlyList<HistoryEvent> Events { get; private set; } = [];

    public Task LoadAsync(string lid, CancellationToken cancellationToken)
    {
        _lid = lid;
        return _query.ReadAsync(cancellationToken);
    }

    public void Dispose() => _query.Dispose();

    private async Task ReadAsync(CancellationToken cancellationToken) => Events = RecordHistory.Of(await _activity.ListTrailsAsync(_lid, cancellationToken));
}
