using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class SyncEngineTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task Offline_ATap_IsDurableAndWaits()
    {
        _bench.Flint.IsDown = true;
        var link = await _bench.CreateLinkAsync();
        var checkout = await _bench.ChargeAsync();

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(RecordState.WaitingToSend, (await _bench.LinkAsync(link))!.State);
        Assert.Equal(RecordState.WaitingToSend, (await _bench.CheckoutAsync(checkout)).StateAt(_bench.Time.GetUtcNow()));
        Assert.Empty(_bench.Flint.Sent);
        Assert.Equal(Connectivity.Offline, _bench.Monitor.Status.Connectivity);
    }

    [Fact]
    public async Task NetworkReturns_EverythingIsCreatedOnceWithinFifteenSeconds()
    {
        _bench.Flint.IsDown = true;
        var link = await _bench.CreateLinkAsync();
        var checkout = await _bench.ChargeAsync();
        await _bench.RunAsync(TimeSpan.FromMinutes(10));

        _bench.Flint.IsDown = false;
        var took = await _bench.RunAsync(TimeSpan.FromSeconds(30));

        Assert.True(took < TimeSpan.FromSeconds(15), $"took {took}");
        Assert.Equal(3, _bench.Flint.Ledger.Count);
        Assert.Equal(3, _bench.Flint.Ledger.Select(record => record.Reference).Distinct().Count());
        Assert.Equal(RecordState.Ready, (await _bench.LinkAsync(link))!.State);
        Assert.Equal(RecordState.Ready, (await _bench.CheckoutAsync(checkout)).StateAt(_bench.Time.GetUtcNow()));
    }

    [Fact]
    public async Task Session_IsSentAfterItsOrderAndNamesIt()
    {
        await _bench.ChargeAsync();

        await _bench.CycleAsync();

        Assert.Equal([RecordKind.Order, RecordKind.CheckoutSession], _bench.Flint.Sent.Select(sent => sent.Kind));
        var order = Assert.Single(_bench.Flint.Ledger.OfType<OrderSnapshot>());
        Assert.Equal(order.RemoteId, Assert.Single(_bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>()).OrderId);
    }

    [Fact]
    public async Task EveryAttempt_IsCommittedBeforeItsFirstByte()
    {
        await _bench.CreateLinkAsync();
        var attemptsAtSend = -1;
        _bench.Flint.DuringSend = () => attemptsAtSend = _bench.Store.Attempts.Count(attempt => attempt.Attempt.EndedAt is null);

        await _bench.CycleAsync();

        Assert.Equal(1, attemptsAtSend);
        Assert.All(_bench.Store.Attempts, attempt => Assert.NotNull(attempt.Attempt.EndedAt));
    }

    [Fact]
    public async Task TwoCyclesAtOnce_SendOnce()
    {
        await _bench.CreateLinkAsync();

        await Task.WhenAll(_bench.CycleAsync(), _bench.CycleAsync());

        Assert.Single(_bench.Flint.Ledger);
        Assert.Single(_bench.Flint.Sent);
    }

    [Fact]
    public async Task WatchedRecord_GoesFirst()
    {
        await _bench.CreateLinkAsync("First");
        var watched = await _bench.CreateLinkAsync("Second");
        using var watching = _bench.Get<WatchList>().Watch(watched);

        await _bench.CycleAsync();

        Assert.Equal(["Second", "First"], _bench.Flint.Ledger.OfType<PaymentLinkSnapshot>().Select(link => link.Title));
    }

    [Fact]
    public async Task BuyerPays_TheOpenScreenTurnsPaidByItself()
    {
        var lid = await _bench.ChargeAsync();
        using var watching = _bench.Get<WatchList>().Watch(lid);
        await _bench.RunAsync(TimeSpan.FromSeconds(30));

        _bench.Flint.Pay(_bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Single().RemoteId);
        await _bench.RunAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(RecordState.Paid, (await _bench.CheckoutAsync(lid)).StateAt(_bench.Time.GetUtcNow()));
    }

    [Fact]
    public async Task PaidRecord_IsNotPolledAnyMore()
    {
        var lid = await _bench.ChargeAsync();
        using var watching = _bench.Get<WatchList>().Watch(lid);
        await _bench.CycleAsync();
        _bench.Flint.Pay(_bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Single().RemoteId);
        await _bench.RunAsync(TimeSpan.FromSeconds(30));
        var calls = _bench.Flint.Calls;

        await _bench.RunAsync(TimeSpan.FromSeconds(50));

        Assert.True(_bench.Flint.Calls - calls <= 5, "only the idle probe and the pull may ask");
    }

    [Fact]
    public async Task SessionPastItsEnd_IsNotShownAsReadyWhateverWasReadLast()
    {
        var lid = await _bench.ChargeAsync();
        await _bench.CycleAsync();

        var checkout = await _bench.CheckoutAsync(lid);

        Assert.Equal(RecordState.Ready, checkout.StateAt(_bench.Time.GetUtcNow()));
        Assert.Equal(RecordState.Expired, checkout.StateAt(_bench.Time.GetUtcNow().AddMinutes(31)));
    }

    [Fact]
    public async Task Renew_ReplacesTheOpenSessionOfTheSameOrder()
    {
        var lid = await _bench.ChargeAsync();
        await _bench.CycleAsync();
        var operations = _bench.Get<CheckoutOperations>();

        Assert.IsType<SaveOutcome.Saved>(await operations.RenewAsync(lid, CancellationToken.None));
        await _bench.CycleAsync();

        Assert.Single(_bench.Flint.Ledger.OfType<OrderSnapshot>());
        Assert.Equal(["invalidated", "open"], _bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Select(session => session.Status));
        Assert.Equal(RecordState.Ready, (await _bench.CheckoutAsync(lid)).StateAt(_bench.Time.GetUtcNow()));
    }

    [Fact]
    public async Task Close_EndsTheSessionAndLeavesTheOrder()
    {
        var lid = await _bench.ChargeAsync();
        await _bench.CycleAsync();

        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<CheckoutOperations>().CloseAsync(lid, CancellationToken.None));
        await _bench.CycleAsync();

        Assert.Equal("closed", Assert.Single(_bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>()).Status);
        Assert.Equal(RecordState.Closed, (await _bench.CheckoutAsync(lid)).StateAt(_bench.Time.GetUtcNow()));
    }

    [Fact]
    public async Task PauseAndResume_ReachTheLinkInTapOrder()
    {
        var lid = await _bench.CreateLinkAsync();
        var operations = _bench.Get<PaymentLinkOperations>();
        await operations.SetActiveAsync(lid, false, CancellationToken.None);

        await _bench.CycleAsync();
        Assert.Equal(RecordState.Paused, (await _bench.LinkAsync(lid))!.State);

        await operations.SetActiveAsync(lid, true, CancellationToken.None);
        await _bench.CycleAsync();
        Assert.Equal(RecordState.Ready, (await _bench.LinkAsync(lid))!.State);
        Assert.Single(_bench.Flint.Ledger);
    }

    [Fact]
    public async Task SameSeed_SameTrace()
    {
        Assert.Equal(await TraceAsync(), await TraceAsync());

        static async Task<IReadOnlyList<string>> TraceAsync()
        {
            using var bench = new SyncBench(seed: 7);
            bench.Flint.Fail(Testing.Api.FlintFault.LostReply, Testing.Api.FlintFault.ErrorBeforeWork, Testing.Api.FlintFault.RateLimited);
            await bench.CreateLinkAsync();
            await bench.ChargeAsync();
            await bench.RunAsync(TimeSpan.FromMinutes(5));
            return [.. bench.Store.Audit.Select(line => $"{line.At:O} {line.What}"), .. bench.Flint.Sent.Select(sent => $"{sent.At:O} {sent.Key} {sent.Request}")];
        }
    }

    public void Dispose() => _bench.Dispose();
}
