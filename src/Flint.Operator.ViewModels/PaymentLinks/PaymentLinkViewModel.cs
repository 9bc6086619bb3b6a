using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.ViewModels.Records;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.PaymentLinks;

public sealed partial class PaymentLinkViewModel : ObservableObject, IDisposable
{
    private readonly IPaymentLinkStore _links;
    private readonly PaymentLinkOperations _operations;
    private readonly ActiveConnection _connection;
    private readonly ConnectionMonitor _monitor;
    private readonly RecordScope _scope;
    private string _lid = "";

    public PaymentLinkViewModel(IPaymentLinkStore links, PaymentLinkOperations operations, ActiveConnection connection, ConnectionMonitor monitor, RecordScopes scopes)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(scopes);
        _links = links;
        _operations = operations;
        _connection = connection;
        _monitor = monitor;
        monitor.Changed += OnStatusChanged;
        _scope = scopes.Open(lids => lids.Contains(_lid), ReadAsync, () => OnPropertyChanged(nameof(Now)));
    }

    [ObservableProperty]
    public partial bool IsLoaded { get; private set; }

    /// <summary>Null when this device does not hold it.</summary>
    [ObservableProperty]
    public partial PaymentLink? Link { get; private set; }

    [ObservableProperty]
    public partial PayPage? Page { get; private set; }

    /// <summary>The right that the key lacks for what waits to be sent of it; null when it lacks none.</summary>
    [ObservableProperty]
    public partial string? MissingRight { get; private set; }

    /// <summary>Set when a tap was not saved, or came too late.</summary>
    [ObservableProperty]
    public partial SaveOutcome? Failure { get; private set; }

    public DateTimeOffset Now => _scope.Now;

    public Task LoadAsync(string lid, CancellationToken cancellationToken)
    {
        _lid = lid;
        _scope.Watch(lid);
        return _scope.ReadAsync(cancellationToken);
    }

    public void Dispose()
    {
        _monitor.Changed -= OnStatusChanged;
        _scope.Dispose();
    }

    /// <summary>What the page shall say while it is paused; empty leaves that as it is.</summary>
    [ObservableProperty]
    public partial string PauseMessage { get; set; } = "";

    [RelayCommand]
    private async Task PauseAsync(CancellationToken cancellationToken) =>
        Failure = await _operations.PauseAsync(_lid, PauseMessage, cancellationToken) is var outcome and not SaveOutcome.Saved ? outcome : null;

    [RelayCommand]
    private async Task ResumeAsync(CancellationToken cancellationToken) =>
        Failure = await _operations.SetActiveAsync(_lid, true, cancellationToken) is var outcome and not SaveOutcome.Saved ? outcome : null;

    private void OnStatusChanged(object? sender, EventArgs e) => _scope.Refresh();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Link = await _links.FindAsync(_lid, cancellationToken);
        Page = Link is null ? null : PayPage.Of(Link, _connection.Current);
        MissingRight = Link?.Changes.Prepend(Link.Creation).Select(_monitor.Status.Rights.MissingFor).FirstOrDefault(right => right is not null);
        IsLoaded = true;
    }
}
