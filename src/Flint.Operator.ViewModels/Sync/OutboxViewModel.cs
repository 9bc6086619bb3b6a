using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Sync;

public sealed partial class OutboxViewModel : ObservableObject, IDisposable
{
    private const int PageSize = 100;

    private readonly IOutboxStore _outbox;
    private readonly OutboxOperations _operations;
    private readonly SyncSignal _signal;
    private readonly SyncOptions _options;
    private readonly ConnectionMonitor _monitor;
    private readonly TimeProvider _time;
    private readonly LiveQuery _query;
    private readonly Ticker _ticker;

    public OutboxViewModel(IOutboxStore outbox, OutboxOperations operations, SyncSignal signal, SyncOptions options, ConnectionMonitor monitor, ChangeFeed feed, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        _outbox = outbox;
        _operations = operations;
        _signal = signal;
        _options = options;
        _monitor = monitor;
        _time = time;
        _query = new LiveQuery(feed, _ => true, ReadAsync);
        monitor.Changed += OnStatusChanged;
        _ticker = new Ticker(time, TimeSpan.FromSeconds(15), () => OnPropertyChanged(nameof(Summary)));
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

    /// <summary>What was done last, to say so; null when it failed or nothing was done yet.</summary>
    [ObservableProperty]
    public partial OutboxDeed? Done { get; private set; }

    public Task LoadAsync(CancellationToken cancellationToken) => _query.ReadAsync(cancellationToken);

    public void Dispose()
    {
        _monitor.Changed -= OnStatusChanged;
        _ticker.Dispose();
        _query.Dispose();
    }

    /// <summary>Tries everything that waits, now.</summary>
    [RelayCommand]
    private async Task SendAllNowAsync(CancellationToken cancellationToken)
    {
        foreach (var item in Items.Where(item => item.CanSendNow))
        {
            await _operations.SendNowAsync(item.OperationId, cancellationToken);
        }

        _signal.Prompt();
        Report(new SaveOutcome.Saved(""), OutboxDeed.Hurried);
    }

    [RelayCommand]
    private async Task SendNowAsync(string operationId, CancellationToken cancellationToken) =>
        Report(await _operations.SendNowAsync(operationId, cancellationToken), OutboxDeed.Hurried);

    [RelayCommand]
    private async Task CancelAsync(string operationId, CancellationToken cancellationToken) =>
        Report(await _operations.CancelAsync(operationId, cancellationToken), OutboxDeed.Cancelled);

    [RelayCommand]
    private async Task DiscardAsync(string operationId, CancellationToken cancellationToken) =>
        Report(await _operations.DiscardAsync(operationId, cancellationToken), OutboxDeed.Discarded);

    [RelayCommand]
    private async Task ReleaseAsync(string operationId, CancellationToken cancellationToken) =>
        Report(await _operations.ReleaseAsync(operationId, cancellationToken), OutboxDeed.Released);

    [RelayCommand]
    private async Task ConvertAsync(string operationId, CancellationToken cancellationToken) =>
        Report(await _operations.ConvertAsync(operationId, cancellationToken), OutboxDeed.Converted);

    [RelayCommand]
    private async Task ConfirmAsync(string operationId, CancellationToken cancellationToken) =>
        Report(await _operations.ConfirmAsync(operationId, cancellationToken), OutboxDeed.Confirmed);

    /// <summary>One answer for everything that is held for the same reason.</summary>
    [RelayCommand]
    private async Task ConfirmAllAsync(HoldReason reason, CancellationToken cancellationToken) =>
        Report(await _operations.ConfirmAllAsync(reason, cancellationToken), OutboxDeed.ConfirmedAll);

    /// <summary>A conflict was settled on its own card.</summary>
    [RelayCommand]
    private void NoteSettled(bool mineWon) => Report(new SaveOutcome.Saved(""), mineWon ? OutboxDeed.KeptMine : OutboxDeed.TookTheirs);

    [RelayCommand]
    private async Task LoadMoreAsync(CancellationToken cancellationToken)
    {
        var next = await _outbox.ListAsync(Items.Count > 0 ? Items[^1].Position : 0, PageSize + 1, cancellationToken);
        Items = [.. Items, .. next.Take(PageSize).Select(Item)];
        HasMore = next.Count > PageSize;
    }

    private void Report(SaveOutcome outcome, OutboxDeed deed)
    {
        Failure = outcome is SaveOutcome.Saved ? null : outcome;
        Done = outcome is SaveOutcome.Saved ? deed : null;
    }

    private OutboxItem Item(OutboxEntry entry) => OutboxItem.Of(entry, _options, _monitor.Status.Rights, _time.GetUtcNow());

    // The key, or what it may do, has changed: what waits for it reads otherwise now.
    private void OnStatusChanged(object? sender, EventArgs e) => _query.Refresh();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var count = Math.Max(Items.Count, PageSize);
        var entries = await _outbox.ListAsync(0, count + 1, cancellationToken);
        Summary = await _outbox.SummariseAsync(cancellationToken);
        HasMore = entries.Count > count;
        Items = [.. entries.Take(count).Select(Item)];
        IsLoaded = true;
    }
}
