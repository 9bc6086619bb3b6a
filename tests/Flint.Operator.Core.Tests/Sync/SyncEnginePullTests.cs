using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Stores;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>What changed at the API comes here by itself, once, and touches nothing that waits.</summary>
public sealed class SyncEnginePullTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task Pull_RecordsMadeElsewhere_AreShownWithTheirOrders()
    {
        var order = StoreSamples.OrderAt("ord_9");
        _bench.Flint.Add(StoreSamples.LinkAt("pl_9") with { Reference = "theirs" });
        _bench.Flint.Add(order with { Reference = null });
        _bench.Flint.Add(StoreSamples.SessionAt("cs_9") with { Reference = null, OrderId = "ord_9" });

        await _bench.CycleAsync();

        Assert.Equal("pl_9", Assert.Single(await LinksAsync()).Snapshot!.RemoteId);
        var checkout = Assert.Single(await CheckoutsAsync());
        Assert.Equal(("ord_9", "cs_9"), (checkout.Order.Snapshot!.RemoteId, checkout.Session!.Snapshot!.RemoteId));
        Assert.Empty(_bench.Store.Operations);
    }

    [Fact]
    public async Task Pull_SessionWhoseOrderIsNotHere_ReadsTheOrder()
    {
        await _bench.RunAsync(TimeSpan.FromSeconds(1));
        _bench.Flint.Add(StoreSamples.OrderAt("ord_9") with { Reference = null, UpdatedAt = _bench.Time.GetUtcNow().AddDays(-9) });
        _bench.Flint.Add(StoreSamples.SessionAt("cs_9") with { Reference = null, OrderId = "ord_9", UpdatedAt = _bench.Time.GetUtcNow() });

        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("cs_9", Assert.Single(await CheckoutsAsync()).Session!.Snapshot!.RemoteId);
    }

    [Fact]
    public async Task Pull_ChangeOfAKnownRecord_IsSeenWithoutAScreen()
    {
        var lid = await _bench.ChargeAsync();
        await _bench.RunAsync(TimeSpan.FromSeconds(5));
        _bench.Flint.Pay(_bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Single().RemoteId);

        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(RecordState.Paid, (await _bench.CheckoutAsync(lid)).StateAt(_bench.Time.GetUtcNow()));
    }

    [Fact]
    public async Task Pull_LinkOnScreenWasUsed_BringsTheUseAtOnce()
    {
        await _bench.CreateLinkAsync();
        await _bench.RunAsync(TimeSpan.FromSeconds(5));
        var link = _bench.Flint.Ledger.OfType<PaymentLinkSnapshot>().Single();
        using var watch = _bench.Get<WatchList>().Watch(_bench.Store.Operations.Single().Lid);
        await _bench.RunAsync(TimeSpan.FromSeconds(5));

        var now = _bench.Time.GetUtcNow();
        _bench.Flint.Add(StoreSamples.OrderAt("ord_9") with { Reference = null, UpdatedAt = now });
        _bench.Flint.Add(StoreSamples.SessionAt("cs_9") with { Reference = null, OrderId = "ord_9", PaymentLinkId = link.RemoteId, UpdatedAt = now });
        _bench.Flint.Change<PaymentLinkSnapshot>(link.RemoteId, seen => seen with { CompletedCount = 1, UpdatedAt = now });
        await _bench.RunAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("ord_9", Assert.Single(await CheckoutsAsync()).Order.Snapshot!.RemoteId);
    }

    [Fact]
    public async Task Pull_OwnRecordWithALostReply_IsFoundInTheNextRun()
    {
        _bench.Flint.Fail(FlintFault.LostReply);
        await _bench.CreateLinkAsync();
        _bench.Store.BeforeCommit = changes =>
        {
            // The app dies before it can write what came back, so that only the next run can find out.
            if (changes.OfType<StoreChange.EndAttempt>().Any())
            {
                throw new OperationCanceledException();
            }
        };
        await Assert.ThrowsAsync<OperationCanceledException>(_bench.CycleAsync);
        _bench.Store.BeforeCommit = null;
        _bench.Restart();

        await _bench.RunAsync(TimeSpan.FromSeconds(10));

        Assert.Single(_bench.Flint.Ledger);
        Assert.Single(_bench.Flint.Sent);
        Assert.Equal(OperationState.Done, _bench.Store.Operations.Single().State);
    }

    [Fact]
    public async Task Pull_OwnRecordThatWasNeverSentFromHere_IsAdoptedAndNotSent()
    {
        await _bench.CreateLinkAsync();
        var operation = _bench.Store.Operations.Single();
        _bench.Flint.Add(StoreSamples.LinkAt("pl_9") with { Reference = operation.Reference });

        await _bench.CycleAsync();

        Assert.Empty(_bench.Flint.Sent);
        Assert.Equal(OperationState.Done, _bench.Store.Operations.Single().State);
        Assert.Equal("pl_9", (await _bench.Store.FindRecordAsync(operation.Lid, CancellationToken.None))!.RemoteId);
    }

    [Fact]
    public async Task Pull_OwnSessionWithoutItsUrl_IsKeptWhileItsOperationIsHeld()
    {
        var lid = await _bench.ChargeAsync();
        _bench.Flint.DuringSend = () => _bench.Flint.Fail(FlintFault.NotSent);
        await _bench.CycleAsync();
        _bench.Flint.DuringSend = null;
        _bench.Store.MarkRestored(_bench.Time.GetUtcNow());
        _bench.Restart();
        var session = _bench.Store.Operations[1];
        _bench.Flint.Add(StoreSamples.SessionAt("cs_9", url: null) with { Reference = session.Reference, OrderId = _bench.Flint.Ledger.Single().RemoteId, UpdatedAt = _bench.Time.GetUtcNow() });

        await _bench.RunAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("cs_9", (await _bench.CheckoutAsync(lid)).Session!.Snapshot!.RemoteId);
        Assert.Equal(OperationState.Held, _bench.Store.Operations[1].State);
    }

    [Fact]
    public async Task Pull_ManyPages_AreReadAcrossCyclesAndAnInterruption()
    {
        for (var i = 0; i < 57; i++)
        {
            _bench.Flint.Add(StoreSamples.LinkAt($"pl_{i}", i) with { Reference = null });
        }

        _bench.Flint.PageSize = 5;
        await _bench.CycleAsync();
        var half = (await LinksAsync()).Count;
        _bench.Restart();
        await _bench.RunAsync(TimeSpan.FromSeconds(5));

        Assert.InRange(half, 5, 56);
        Assert.Equal(57, (await LinksAsync()).Count);
    }

    [Fact]
    public async Task Pull_ExpiredToken_BeginsAgainAtTheTop()
    {
        for (var i = 0; i < 40; i++)
        {
            _bench.Flint.Add(StoreSamples.LinkAt($"pl_{i}", i) with { Reference = null });
        }

        _bench.Flint.PageSize = 5;
        await _bench.CycleAsync();
        _bench.Flint.TokensAreExpired = true;
        _bench.Flint.PageSize = 50;

        await _bench.RunAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(40, (await LinksAsync()).Count);
        Assert.NotNull((await _bench.Store.LoadCursorAsync(RecordKind.PaymentLink, CancellationToken.None)).Watermark);
    }

    [Fact]
    public async Task Pull_RowThatMovesWhilePagesAreRead_IsNotMissed()
    {
        for (var i = 0; i < 20; i++)
        {
            _bench.Flint.Add(StoreSamples.LinkAt($"pl_{i}", i) with { Reference = null });
        }

        _bench.Flint.PageSize = 5;
        _bench.Store.AfterCommit = changes =>
        {
            if (changes.OfType<StoreChange.SetCursor>().Any(set => set.Cursor.PageToken == "5"))
            {
                _bench.Flint.Change<PaymentLinkSnapshot>("pl_3", link => link with { Title = "Moved" });
            }
        };

        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        var links = await LinksAsync();
        Assert.Equal(20, links.Count);
        Assert.Contains(links, link => link.Title == "Moved");
    }

    [Fact]
    public async Task Pull_WithALinkThatIsEditedHere_LeavesTheEditOnTop()
    {
        var lid = await _bench.CreateLinkAsync();
        await _bench.RunAsync(TimeSpan.FromSeconds(5));
        _bench.Flint.Fail(FlintFault.RateLimited);
        await _bench.Get<PaymentLinkOperations>().EditAsync(lid, new PaymentLinkDraft("Mine", new Money(15000, Currency.Of("USD"))), CancellationToken.None);
        var before = _bench.Store.Operations[^1];
        _bench.Flint.Change<PaymentLinkSnapshot>("pl_1", link => link with { CompletedCount = 3 });

        await _bench.CycleAsync();
        _bench.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("Mine", (await _bench.LinkAsync(lid))!.Title);
        Assert.Equal(before.Intent, _bench.Store.Operations[^1].Intent);
    }

    [Fact]
    public async Task Pull_WhileTheApiAsksForQuiet_Waits()
    {
        _bench.Flint.Fail(FlintFault.RateLimited);
        await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        var calls = _bench.Flint.Calls;

        await _bench.CycleAsync();

        Assert.Equal(calls, _bench.Flint.Calls);
    }

    public void Dispose() => _bench.Dispose();

    private Task<IReadOnlyList<PaymentLink>> LinksAsync() => _bench.Get<IPaymentLinkStore>().ListAsync(null, 1000, CancellationToken.None);

    private Task<IReadOnlyList<Checkout>> CheckoutsAsync() => _bench.Get<ICheckoutStore>().ListAsync(null, 1000, CancellationToken.None);
}
