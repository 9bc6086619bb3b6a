using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Sync;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Sync;

public sealed partial class OutboxViewModel : ObservableObject, IDisposable
{
    private const int PageSize = 100;

    private readonly IOutboxStore _outbox;
    private readonly OutboxOperations _operations;
    private readonly SyncSignal _signal;
    private readonly TimeProvider _time;
    private readonly LiveQuery _query;

    public OutboxViewModel(IOutboxStore outbox, OutboxOperations operations, SyncSignal signal, ChangeFeed feed, TimeProvider time)
    {
        _outbox = outbox;
        _operations = operations;
        _signal = signal;
        _time = time;
        _query = new LiveQuery(feed, _ => true, ReadAsync);
    }

    [ObservableProperty]
    public partial bool IsLoaded { get; private set; }

    [ObservableProperty]
    public partial OutboxSummary Summary { get; private set; } = OutboxSummary.Empty;

    [ObservableProperty]
    public partial IReadOnlyList<OutboxItem> Items { get; private set; } = [];

    [ObservableProperty]
    public partial bool HasMore { get; private set; }

    /// <summary>Set when a tap was not saved, or came too late.</summary>
    [ObservableProperty]
    public partial SaveOutcome? Failure { get; private set; }

    public DateTimeOffset Now => _time.GetUtcNow();

    public Task LoadAsync(CancellationToken cancellationToken) => _query.ReadAsync(cancellationToken);

    public void Dispose() => _query.Dispose();

    /// <summary>Tries everything that waits, now.</summary>
    [RelayCommand]
    private async Task SendAllNowAsync(CancellationToken cancellationToken)
    {
        foreach (var item in Items.Where(item => item.CanSendNow))
        {
            await _operations.SendNowAsync(item.OperationId, cancellationToken);
        }

        _signal.Prompt();
    }

    [RelayCommand]
    private async Task SendNowAsync(string operationId, CancellationToken cancellationToken) => Report(await _operations.SendNowAsync(operationId, cancellationToken));

    [RelayCommand]
    private async Task CancelAsync(string operationId, CancellationToken cancellationToken) => Report(await _operations.CancelAsync(operationId, cancellationToken));

    [RelayCommand]
    private async Task DiscardAsync(string operationId, CancellationToken cancellationToken) => Report(await _operations.DiscardAsync(operationId, cancellationToken));

    [RelayCommand]
    private async Task ReleaseAsync(string operationId, CancellationToken cancellationToken) => Report(await _operations.ReleaseAsync(operationId, cancellationToken));

    [RelayCommand]
    private async Task ConvertAsync(string operationId, CancellationToken cancellationToken) => Report(await _operations.ConvertAsync(operationId, cancellationToken));

    [RelayCommand]
    private async Task ConfirmAsync(string operationId, CancellationToken cancellationToken) => Report(await _operations.ConfirmAsync(operationId, cancellationToken));

    [RelayCommand]
    private async Task LoadMoreAsync(CancellationToken cancellationToken)
    {
        var next = await _outbox.ListAsync(Items.Count > 0 ? Items[^1].Position : 0, PageSize + 1, cancellationToken);
        Items = [.. Items, .. next.Take(PageSize).Select(OutboxItem.Of)];
        HasMore = next.Count > PageSize;
    }

    private void Report(SaveOutcome outcome) => Failure = outcome is SaveOutcome.Saved ? null : outcome;

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var count = Math.Max(Items.Count, PageSize);
        var entries = await _outbox.ListAsync(0, count + 1, cancellationToken);
        Summary = await _outbox.SummariseAsync(cancellationToken);
        HasMore = entries.Count > count;
        Items = [.. entries.Take(count).Select(OutboxItem.Of)];
        IsLoaded = true;
    }
}
