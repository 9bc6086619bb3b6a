using Flint.Operator.Core.Account;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.ViewModels.Checkouts;

namespace Flint.Operator.ViewModels.Tests.Checkouts;

public sealed class CheckoutViewModelTests : IDisposable
{
    private readonly ScreenBench _bench = new();

    [Fact]
    public async Task Load_Waiting_HasNoQr()
    {
        using var screen = await OpenAsync();

        Assert.Equal(RecordState.WaitingToSend, screen.Page!.State);
        Assert.Null(screen.Page.Url);
        Assert.Equal("$201.00", screen.TotalAmount);
    }

    [Fact]
    public async Task Load_Ready_ShowsTheWholeUrlItsHostAndAnEndOfTheId()
    {
        using var screen = await OpenAsync();
        await _bench.Sync.CycleAsync();
        await screen.LoadAsync(screen.Checkout!.Lid, CancellationToken.None);

        var session = _bench.Sync.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Single();
        Assert.Equal((session.Url, "checkout.withflintpay.com"), (screen.Page!.Url, screen.Page.Host));
        Assert.EndsWith(screen.Page.CheckCode!, session.RemoteId.ToUpperInvariant(), StringComparison.Ordinal);
        Assert.True(screen.CanClose);
        Assert.True(screen.CanRenew);
    }

    [Fact]
    public async Task Load_OrderIsPaidInPart_ShowsTheBalanceBesideTheQr()
    {
        using var screen = await OpenAsync();
        await _bench.Sync.CycleAsync();
        var order = (await _bench.Sync.CheckoutAsync(screen.Checkout!.Lid)).Order;
        var total = order.Snapshot!.TotalMoney;
        await _bench.Sync.Store.CommitAsync(
            [new StoreChange.PutSnapshot(order.Lid, order.Snapshot with { PaymentStatus = "partially_paid", PaidMoney = total with { Minor = 5000 }, OutstandingMoney = total with { Minor = total.Minor - 5000 } }, _bench.Sync.Time.GetUtcNow())],
            CancellationToken.None);
        await screen.LoadAsync(order.Lid, CancellationToken.None);

        Assert.NotNull(screen.Page!.Url);
        Assert.Equal(("$151.00", "$201.00"), (screen.Page.Amount, screen.TotalAmount));

        _bench.Sync.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("$201.00", screen.Page!.Amount);
    }

    [Fact]
    public async Task Load_RefusedSessionDiscarded_CanBeRenewed()
    {
        using var screen = await OpenAsync();
        _bench.Sync.Flint.DuringSend = () =>
        {
            _bench.Sync.Flint.DuringSend = null;
            _bench.Sync.Flint.Fail(FlintFault.Refused);
        };
        await _bench.Sync.CycleAsync();
        await _bench.Sync.Get<OutboxOperations>().DiscardAsync(_bench.Sync.Store.Operations[1].Id, CancellationToken.None);
        await screen.LoadAsync(screen.Checkout!.Lid, CancellationToken.None);
        Assert.True(screen.CanRenew);

        await screen.RenewCommand.ExecuteAsync(null);
        await _bench.Sync.CycleAsync();
        await screen.LoadAsync(screen.Checkout.Lid, CancellationToken.None);

        Assert.Null(screen.Failure);
        Assert.NotNull(screen.Page!.Url);
    }

    [Fact]
    public async Task Tick_PastTheEnd_TakesTheQrAway()
    {
        using var screen = await OpenAsync();
        await _bench.Sync.CycleAsync();
        await screen.LoadAsync(screen.Checkout!.Lid, CancellationToken.None);
        Assert.NotNull(screen.Page!.Url);

        _bench.Sync.Time.Advance(TimeSpan.FromMinutes(31));

        Assert.Null(screen.Page!.Url);
        Assert.Equal(RecordState.Expired, screen.Page.State);
    }

    [Fact]
    public async Task Load_UrlOfAnotherHost_IsNeverShown()
    {
        using var screen = await OpenAsync();
        await _bench.Sync.CycleAsync();
        var session = (await _bench.Sync.CheckoutAsync(screen.Checkout!.Lid)).Session!;
        await _bench.Sync.Store.CommitAsync(
            [new StoreChange.PutSnapshot(session.Lid, session.Snapshot! with { Url = "https://checkout.withflintpay.example/checkout/cs_1" }, _bench.Sync.Time.GetUtcNow())], CancellationToken.None);
        await screen.LoadAsync(screen.Checkout.Lid, CancellationToken.None);

        Assert.Null(screen.Page!.Url);
        Assert.True(screen.Page.IsForeignHost);
    }

    [Fact]
    public async Task Load_WatchesTheRecordWhileItIsOpen()
    {
        var screen = await OpenAsync();
        var watch = _bench.Sync.Get<WatchList>();
        Assert.True(watch.IsWatched(screen.Checkout!.Lid));

        screen.Dispose();

        Assert.Empty(watch.Lids);
    }

    [Fact]
    public async Task CommitElsewhere_IsReadWithoutATap()
    {
        using var screen = await OpenAsync();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        screen.PropertyChanged += (_, _) =>
        {
            if (screen.Page?.State == RecordState.Ready)
            {
                ready.TrySetResult();
            }
        };

        await _bench.Sync.CycleAsync();
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.NotNull(screen.Page!.Url);
    }

    [Fact]
    public async Task Close_BeforeItWasSent_CancelsItWithoutACall()
    {
        using var screen = await OpenAsync();

        await screen.CloseCommand.ExecuteAsync(null);
        await _bench.Sync.CycleAsync();

        Assert.Null(screen.Failure);
        Assert.Empty(_bench.Sync.Flint.Sent);
        Assert.All(_bench.Sync.Store.Operations, operation => Assert.Equal(OperationState.Cancelled, operation.State));
    }

    [Fact]
    public async Task Close_WhenItIsOver_IsTooLate()
    {
        using var screen = await OpenAsync();
        await _bench.Sync.CycleAsync();
        await screen.CloseCommand.ExecuteAsync(null);
        await _bench.Sync.CycleAsync();

        await screen.CloseCommand.ExecuteAsync(null);

        Assert.IsType<SaveOutcome.TooLate>(screen.Failure);
    }

    [Fact]
    public async Task Load_UnknownRecord_IsEmptyAndLoaded()
    {
        using var screen = NewScreen();
        await screen.LoadAsync("01K000000000000000000000", CancellationToken.None);

        Assert.True(screen.IsLoaded);
        Assert.Null(screen.Checkout);
    }

    public void Dispose() => _bench.Dispose();

    private async Task<CheckoutViewModel> OpenAsync()
    {
        var lid = await _bench.Sync.ChargeAsync();
        var screen = NewScreen();
        await screen.LoadAsync(lid, CancellationToken.None);
        return screen;
    }

    private CheckoutViewModel NewScreen() =>
        new(_bench.Sync.Get<ICheckoutStore>(), _bench.Sync.Get<CheckoutOperations>(), _bench.Sync.Get<ActiveConnection>(), _bench.Sync.Monitor, _bench.Scopes);
}
