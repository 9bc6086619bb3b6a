using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Checkouts;

/// <summary>Chooses an order that exists and collects what is still due of it.</summary>
public sealed partial class DueOrdersViewModel : ObservableObject, IDisposable
{
    // More is found by searching: nobody scrolls through hundreds with a buyer waiting.
    private const int ShownRows = 50;

    private readonly DueOrders _orders;
    private readonly CheckoutOperations _operations;
    private readonly TimeProvider _time;
    private readonly LiveQuery _query;

    public DueOrdersViewModel(DueOrders orders, CheckoutOperations operations, ChangeFeed feed, TimeProvider time)
    {
        _orders = orders;
        _operations = operations;
        _time = time;
        _query = new LiveQuery(feed, _ => true, ReadAsync);
    }

    [ObservableProperty]
    public partial bool IsLoaded { get; private set; }

    [ObservableProperty]
    public partial string Search { get; private set; } = "";

    [ObservableProperty]
    public partial IReadOnlyList<DueOrder> Rows { get; private set; } = [];

    [ObservableProperty]
    public partial bool HasMore { get; private set; }

    /// <summary>Set when the tap was not saved, or the order was paid or closed meanwhile.</summary>
    [ObservableProperty]
    public partial SaveOutcome? Failure { get; private set; }

    /// <summary>The checkout to show.</summary>
    [ObservableProperty]
    public partial string? ChosenLid { get; private set; }

    public Task LoadAsync(CancellationToken cancellationToken) => _query.ReadAsync(cancellationToken);

    public void Dispose() => _query.Dispose();

    [RelayCommand]
    private Task FindAsync(string? text, CancellationToken cancellationToken)
    {
        Search = text ?? "";
        return _query.ReadAsync(cancellationToken);
    }

    [RelayCommand]
    private async Task CollectAsync(string lid, CancellationToken cancellationToken)
    {
        var outcome = await _operations.CollectAsync(lid, cancellationToken);
        Failure = outcome is SaveOutcome.Saved ? null : outcome;
        ChosenLid = outcome is SaveOutcome.Saved saved ? saved.Lid : null;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var found = await _orders.FindAsync(Search, ShownRows + 1, cancellationToken);
        var now = _time.GetUtcNow();
        Rows = [.. found.Take(ShownRows).Select(checkout => DueOrder.Of(checkout, now))];
        HasMore = found.Count > ShownRows;
        IsLoaded = true;
    }
}
