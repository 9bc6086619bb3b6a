using Flint.Operator.UI.Shell;
using Flint.Operator.UI.Strings;
using Flint.Operator.ViewModels.Activity;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Flint.Operator.UI.Activity;

public sealed partial class ActivityView
{
    private ElementReference _search;
    private IJSObjectReference? _slash;
    private bool _isAsked;

    [Inject] private OperatorScript Script { get; set; } = default!;

    // Nothing is there, not only nothing that was asked for.
    private bool IsEmpty => ViewModel.Answer is { Rows.Count: 0 } answer && !ViewModel.IsNarrowed && ReferenceEquals(answer.Filter, ViewModel.Filter);

    private string CountText => ViewModel.Answer.Count switch
    {
        0 => T["Activity.Count.none"],
        > ActivityViewModel.MostCounted => T["Activity.CountMost", ActivityViewModel.MostCounted],
        var count => T.Counted("Activity.Count", count),
    };

    protected override Task LoadAsync(CancellationToken token) => ViewModel.LoadAsync(token);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The field is there only once there is something to search.
        if (_isAsked || !ViewModel.IsLoaded || IsEmpty) return;
        _isAsked = true;
        _slash = await Script.FocusOnSlashAsync(_search);
    }

    protected override async ValueTask LeaveAsync()
    {
        if (_slash is null) return;
        try
        {
            await _slash.InvokeVoidAsync("stop");
            await _slash.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone, and its listener with it.
        }
    }
}
