using System.Globalization;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.ViewModels.Records;

namespace Flint.Operator.ViewModels.Checkouts;

public sealed partial class CheckoutViewModel : ObservableObject, IDisposable
{
    private readonly ICheckoutStore _checkouts;
    private readonly CheckoutOperations _operations;
    private readonly ActiveConnection _connection;
    private readonly ConnectionMonitor _monitor;
    private readonly RecordScope _scope;
    private string _lid = "";

    public CheckoutViewModel(ICheckoutStore checkouts, CheckoutOperations operations, ActiveConnection connection, ConnectionMonitor monitor, RecordScopes scopes)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(scopes);
        _checkouts = checkouts;
        _operations = operations;
        _connection = connection;
        _monitor = monitor;
        monitor.Changed += OnStatusChanged;
        _scope = scopes.Open(lids => lids.Contains(_lid), ReadAsync, Tick);
    }

    [ObservableProperty]
    public partial bool IsLoaded { get; private set; }

    /// <summary>Null when this device does not hold it.</summary>
    [ObservableProperty]
    public partial Checkout? Checkout { get; private set; }

    [ObservableProperty]
    public partial PayPage? Page { get; private set; }

    /// <summary>The right that the key lacks for what waits to be sent of it; null when it lacks none.</summary>
    [ObservableProperty]
    public partial string? MissingRight { get; private set; }

    /// <summary>Set when a tap was not saved, or came too late.</summary>
    [ObservableProperty]
    public partial SaveOutcome? Failure { get; private set; }

    public DateTimeOffset Now => _scope.Now;

    public IReadOnlyList<CheckoutLine> Lines => Checkout is null ? [] : [.. Checkout.Order.LineItems.Select(CheckoutLine.Of)];

    /// <summary>What is taken off the lines, below zero; null for nothing.</summary>
    public string? DiscountAmount => Checkout?.Order.DiscountMoney is { Minor: > 0 } off ? Format(off with { Minor = -off.Minor }) : null;

    public string? TipAmount => Checkout?.Order.TipMoney is { Minor: > 0 } tip ? Format(tip) : null;

    public string? TotalAmount => Checkout is null ? null : Format(Checkout.Order.TotalMoney);

    /// <summary>The API's total less our estimate, when they differ: shown, never hidden. An order made elsewhere was never estimated here.</summary>
    public string? Difference =>
        Checkout?.Order is { Creation: not null, Snapshot: { } snapshot } order && snapshot.TotalMoney.Currency.Equals(order.Draft.EstimatedTotal.Currency) && snapshot.TotalMoney.Minor != order.Draft.EstimatedTotal.Minor
            ? Format(snapshot.TotalMoney with { Minor = snapshot.TotalMoney.Minor - order.Draft.EstimatedTotal.Minor })
            : null;

    public bool CanClose => Checkout?.Session?.Snapshot is { Status: "open" } && Page?.State is RecordState.Ready or RecordState.DeclinedBuyerCanRetry;

    public bool CanRenew => Checkout is { CanRenew: true };

    /// <summary>It was never sent, so everything of it can still be changed.</summary>
    public bool CanChange => Page is { State: RecordState.WaitingToSend } && Checkout?.Order.Creation is { CanBeEdited: true };

    /// <summary>Its session was never sent, so it is cancelled without a call: with its order when that was not sent either.</summary>
    public bool CanCancel => Checkout is { Session: { Snapshot: null, Creation: { CanBeCancelled: true, State: not OperationState.Triage } } }
        && (Checkout.Order is { Snapshot: not null } || Checkout.Order.Creation is { CanBeCancelled: true, State: not OperationState.Triage });

    /// <summary>A new session for an order whose earlier one is over, on its way.</summary>
    public bool IsRenewing => Checkout is { Sessions.Count: > 1, Session: { Snapshot: null, Creation: { IsFinal: false, NeedsPerson: false } } };

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

    [RelayCommand]
    private async Task RenewAsync(CancellationToken cancellationToken) => Report(await _operations.RenewAsync(_lid, cancellationToken));

    [RelayCommand]
    private async Task CloseAsync(CancellationToken cancellationToken) => Report(await _operations.CloseAsync(_lid, cancellationToken));

    private static string Format(Money money) => MoneyFormat.Format(money, CultureInfo.CurrentCulture);

    private void Report(SaveOutcome outcome) => Failure = outcome is SaveOutcome.Saved ? null : outcome;

    private void OnStatusChanged(object? sender, EventArgs e) => _scope.Refresh();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Checkout = await _checkouts.FindAsync(_lid, cancellationToken);
        MissingRight = Checkout?.Sessions.Select(session => session.Creation).Prepend(Checkout.Order.Creation).Select(_monitor.Status.Rights.MissingFor).FirstOrDefault(right => right is not null);
        Tick();
        IsLoaded = true;
    }

    // A session ends by the clock, not by an event: its QR must leave the screen then.
    private void Tick()
    {
        Page = Checkout is null ? null : PayPage.Of(Checkout, _connection.Current, Now);
        OnPropertyChanged(nameof(Now));
    }
}
