using CommunityToolkit.Mvvm.ComponentModel;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Outbox;

namespace Flint.Operator.ViewModels.Shell;

public sealed partial class ShellViewModel : ObservableObject, IDisposable
{
    private readonly IOutboxStore _outbox;
    private readonly ISettingsStore _settings;
    private readonly ActiveConnection _connection;
    private readonly ConnectionMonitor _monitor;
    private readonly LiveQuery _query;

    public ShellViewModel(IOutboxStore outbox, ISettingsStore settings, ActiveConnection connection, ConnectionMonitor monitor, ChangeFeed feed)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        _outbox = outbox;
        _settings = settings;
        _connection = connection;
        _monitor = monitor;
        Status = monitor.Status;
        _query = new LiveQuery(feed, _ => true, ReadAsync);
        monitor.Changed += OnStatusChanged;
    }

    [ObservableProperty]
    public partial ConnectionStatus Status { get; private set; }

    [ObservableProperty]
    public partial OutboxSummary Outbox { get; private set; } = OutboxSummary.Empty;

    [ObservableProperty]
    public partial OperatorSettings Settings { get; private set; } = OperatorSettings.Default;

    /// <summary>Test mode by the API's own word, or by the key's prefix until it has spoken.</summary>
    public bool IsTest => Status.Account is { } account ? !account.IsLive : _connection.Current.LooksLikeTest;

    public Task LoadAsync(CancellationToken cancellationToken) => _query.ReadAsync(cancellationToken);

    public void Dispose()
    {
        _monitor.Changed -= OnStatusChanged;
        _query.Dispose();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Settings = await _settings.LoadAsync(cancellationToken);
        Outbox = await _outbox.SummariseAsync(cancellationToken);
    }

    // With the account in force it changes what of the outbox waits for another one.
    private void OnStatusChanged(object? sender, EventArgs e)
    {
        Status = _monitor.Status;
        _query.Refresh();
    }
}
