using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Stores;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Checkouts;

/// <summary>The rest of an order that was made elsewhere is collected from here, with or without a network.</summary>
public sealed class CollectDueTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task Find_OrdersPulled_GivesThoseThatHoldTheText()
    {
        await PullAsync(
            Order("ord_1", "Roof inspection"), Order("ord_2", "Garden work") with { Number = "7731" },
            Order("ord_3", "Roof repair") with { PaymentStatus = "paid", OutstandingMoney = StoreSamples.Usd(0) });

        Assert.Equal(["Garden work", "Roof inspection"], (await FindAsync("")).Select(checkout => checkout.Order.Title).Order(StringComparer.Ordinal));
        Assert.Equal("Roof inspection", Assert.Single(await FindAsync(" roof ")).Order.Title);
        Assert.Equal("Garden work", Assert.Single(await FindAsync("7731")).Order.Title);
        Assert.Empty(await FindAsync("kitchen"));
    }

    [Fact]
    public async Task Find_MoreThanAPage_GoesOnToTheLast()
    {
        await PullAsync([.. Enumerable.Range(0, 205).Select(i => Order($"ord_{i}", i == 0 ? "Needle" : "Hay") with { CreatedAt = _bench.Time.GetUtcNow().AddMinutes(i - 300) })]);

        Assert.Equal("Needle", Assert.Single(await FindAsync("needle")).Order.Title);
        Assert.Equal(5, (await _bench.Get<DueOrders>().FindAsync("hay", 5, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Collect_PartlyPaidOrderWithoutANetwork_MakesItsSessionOnceThereIsOne()
    {
        var lid = await PullOneAsync(Order("ord_1", "Roof inspection") with { PaymentStatus = "partially_paid", PaidMoney = StoreSamples.Usd(6_500), OutstandingMoney = StoreSamples.Usd(10_000) });
        _bench.Flint.IsDown = true;

        Assert.Equal(new SaveOutcome.Saved(lid), await CollectAsync(lid));
        await _bench.CycleAsync();
        Assert.True((await _bench.CheckoutAsync(lid)).IsCollectingAt(_bench.Time.GetUtcNow()));

        _bench.Flint.IsDown = false;
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        var checkout = await _bench.CheckoutAsync(lid);
        Assert.Equal((RecordState.Ready, "ord_1", 10_000L), (checkout.StateAt(_bench.Time.GetUtcNow()), checkout.Session!.OrderId, checkout.Order.DueMoney.Minor));
        Assert.Single(_bench.Flint.Ledger.OfType<OrderSnapshot>());
    }

    [Fact]
    public async Task Collect_Twice_UsesTheSessionThatIsOnItsWayOrOpen()
    {
        var lid = await PullOneAsync(Order("ord_1", "Roof inspection"));
        await CollectAsync(lid);

        Assert.Equal(new SaveOutcome.Saved(lid), await CollectAsync(lid));
        await _bench.CycleAsync();
        Assert.Equal(new SaveOutcome.Saved(lid), await CollectAsync(lid));

        Assert.Single(_bench.Store.Operations);
        Assert.Equal("open", Assert.Single(_bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>()).Status);
    }

    [Fact]
    public async Task Collect_SessionExpired_MakesAnotherOne()
    {
        var lid = await PullOneAsync(Order("ord_1", "Roof inspection"));
        await CollectAsync(lid);
        await _bench.CycleAsync();
        _bench.Time.Advance(TimeSpan.FromMinutes(31));

        Assert.IsType<SaveOutcome.Saved>(await CollectAsync(lid));

        Assert.Equal(2, _bench.Store.Operations.Count);
    }

    [Theory]
    [InlineData("paid", "open")]
    [InlineData("unpaid", "closed")]
    public async Task Collect_PaidOrClosedAsLastTold_IsTooLate(string paymentStatus, string status)
    {
        var lid = await PullOneAsync(Order("ord_1", "Roof inspection") with { PaymentStatus = paymentStatus, Status = status });

        Assert.IsType<SaveOutcome.TooLate>(await CollectAsync(lid));
        Assert.IsType<SaveOutcome.TooLate>(await CollectAsync("nowhere"));

        Assert.Empty(_bench.Store.Operations);
    }

    [Fact]
    public async Task Collect_PaidElsewhereMeanwhile_IsRefusedAndShownAsPaidOnceRead()
    {
        var lid = await PullOneAsync(Order("ord_1", "Roof inspection"));
        _bench.Flint.IsDown = true;
        await CollectAsync(lid);
        _bench.Flint.Change<OrderSnapshot>("ord_1", order => order with { PaymentStatus = "paid", PaidMoney = order.TotalMoney, OutstandingMoney = StoreSamples.Usd(0), UpdatedAt = _bench.Time.GetUtcNow().AddSeconds(5) });
        _bench.Flint.RefuseSessions = () => "ORDER_NOT_OPEN";
        _bench.Flint.IsDown = false;

        await _bench.RunAsync(TimeSpan.FromMinutes(3));

        Assert.Empty(_bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>());
        Assert.Equal(RecordState.Paid, (await _bench.CheckoutAsync(lid)).StateAt(_bench.Time.GetUtcNow()));
        Assert.NotEqual(OperationState.Done, Assert.Single(_bench.Store.Operations).State);
    }

    [Fact]
    public async Task Collect_AnotherDeviceOpenedOneMeanwhile_UsesThat()
    {
        var lid = await PullOneAsync(Order("ord_1", "Roof inspection"));
        _bench.Flint.IsDown = true;
        await CollectAsync(lid);
        _bench.Flint.Add(StoreSamples.SessionAt("cs_other", url: "https://checkout.withflintpay.com/checkout/cs_other#checkout_token=x") with
        {
            Reference = "theirs", OrderId = "ord_1", PaymentAttemptStatus = null, ExpiresAt = _bench.Time.GetUtcNow().AddHours(1),
        });
        _bench.Flint.IsDown = false;

        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        var checkout = await _bench.CheckoutAsync(lid);
        Assert.Equal(("cs_other", RecordState.Ready), (checkout.Session!.Snapshot!.RemoteId, checkout.StateAt(_bench.Time.GetUtcNow())));
        Assert.Single(_bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>());
    }

    public void Dispose() => _bench.Dispose();

    private static OrderSnapshot Order(string id, string line) =>
        StoreSamples.OrderAt(id) with { Reference = null, CreatedAt = null, UpdatedAt = null, LineItems = [new LineItem(line, 1, new Money(16_500, Currency.Of("USD")))] };

    private async Task PullAsync(params OrderSnapshot[] orders)
    {
        foreach (var order in orders)
        {
            _bench.Flint.Add(order);
        }

        await _bench.CycleAsync();
    }

    private async Task<string> PullOneAsync(OrderSnapshot order)
    {
        await PullAsync(order);
        return Assert.Single(await _bench.Get<ICheckoutStore>().ListAsync(null, 2, CancellationToken.None)).Lid;
    }

    private Task<IReadOnlyList<Checkout>> FindAsync(string text) => _bench.Get<DueOrders>().FindAsync(text, 50, CancellationToken.None);

    private Task<SaveOutcome> CollectAsync(string lid) => _bench.Get<CheckoutOperations>().CollectAsync(lid, CancellationToken.None);
}
