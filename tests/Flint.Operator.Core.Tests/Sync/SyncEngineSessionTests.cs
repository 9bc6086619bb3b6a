using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Stores;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>An order has one open session at most: one that is there is used or replaced, and only while it is open.</summary>
public sealed class SyncEngineSessionTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task Create_OrderHasAnotherOpenSessionWithItsPage_UsesThat()
    {
        var lid = await ChargeWithOtherSessionAsync("https://checkout.withflintpay.com/checkout/cs_other#checkout_token=x");

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        var checkout = await _bench.CheckoutAsync(lid);
        Assert.Equal(("cs_other", RecordState.Ready), (checkout.Session!.Snapshot!.RemoteId, checkout.StateAt(_bench.Time.GetUtcNow())));
        Assert.Equal(OperationState.Superseded, _bench.Store.Operations[1].State);
        Assert.Single(OpenSessions);
    }

    [Fact]
    public async Task Create_OrderHasAnotherOpenSessionWithoutItsPage_ReplacesIt()
    {
        var lid = await ChargeWithOtherSessionAsync(url: null);

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        var checkout = await _bench.CheckoutAsync(lid);
        Assert.Equal(RecordState.Ready, checkout.StateAt(_bench.Time.GetUtcNow()));
        Assert.Equal(Assert.Single(OpenSessions).RemoteId, checkout.Session!.Snapshot!.RemoteId);
        Assert.Equal("invalidated", _bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Single(s => s.RemoteId == "cs_other").Status);
        Assert.All(_bench.Store.Operations, operation => Assert.True(operation.IsFinal));
    }

    [Fact]
    public async Task Renew_AfterARefusedSessionWasDiscarded_MakesOneForTheSameOrder()
    {
        var lid = await DiscardedSessionAsync();

        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<CheckoutOperations>().RenewAsync(lid, CancellationToken.None));
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(RecordState.Ready, (await _bench.CheckoutAsync(lid)).StateAt(_bench.Time.GetUtcNow()));
        Assert.Single(_bench.Flint.Ledger.OfType<OrderSnapshot>());
        Assert.Single(OpenSessions);
        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<CheckoutOperations>().CloseAsync(lid, CancellationToken.None));
    }

    [Fact]
    public async Task Renew_WhileOneIsOnItsWayOrWaitsForAPerson_IsTooLate()
    {
        var lid = await RefusedSessionAsync();
        var renew = () => _bench.Get<CheckoutOperations>().RenewAsync(lid, CancellationToken.None);
        Assert.IsType<SaveOutcome.TooLate>(await renew());

        await _bench.Get<OutboxOperations>().DiscardAsync(_bench.Store.Operations[1].Id, CancellationToken.None);
        Assert.IsType<SaveOutcome.Saved>(await renew());

        Assert.IsType<SaveOutcome.TooLate>(await renew());
    }

    [Fact]
    public async Task Close_WaitingForASessionThatGaveWay_ClosesTheOneThatIsUsed()
    {
        var lid = await ChargeWithOtherSessionAsync("https://checkout.withflintpay.com/checkout/cs_other#checkout_token=x");
        Task? closing = null;
        var other = _bench.Flint.DuringSend!;
        _bench.Flint.DuringSend = () =>
        {
            var isSession = _bench.Flint.Ledger.Count > 0;
            other();
            if (isSession)
            {
                closing ??= _bench.Get<CheckoutOperations>().CloseAsync(lid, CancellationToken.None);
            }
        };

        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        await closing!;

        // The page that is used instead is closed: that is what the operator asked for.
        Assert.All(_bench.Store.Operations, operation => Assert.True(operation.IsFinal));
        Assert.Empty(OpenSessions);
    }

    [Fact]
    public async Task Renew_WhileTheOldOneIsOpen_NamesIt()
    {
        var lid = await ReadyAsync();

        await _bench.Get<CheckoutOperations>().RenewAsync(lid, CancellationToken.None);
        await _bench.CycleAsync();

        Assert.Equal(["invalidated", "open"], _bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Select(session => session.Status));
    }

    [Fact]
    public async Task Renew_OldOneEndedMeanwhile_IsNotNamed()
    {
        var lid = await ReadyAsync();
        _bench.Flint.IsDown = true;
        await _bench.Get<CheckoutOperations>().RenewAsync(lid, CancellationToken.None);
        _bench.Flint.Change<CheckoutSessionSnapshot>(OpenSessions.Single().RemoteId, session => session with { Status = "expired" });
        _bench.Flint.IsDown = false;

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["expired", "open"], _bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Select(session => session.Status));
        Assert.Equal(RecordState.Ready, (await _bench.CheckoutAsync(lid)).StateAt(_bench.Time.GetUtcNow()));
    }

    [Fact]
    public async Task Renew_OldOneEndsJustBeforeItArrives_AsksAnew()
    {
        var lid = await ReadyAsync();
        await _bench.Get<CheckoutOperations>().RenewAsync(lid, CancellationToken.None);
        _bench.Flint.DuringSend = () =>
        {
            _bench.Flint.DuringSend = null;
            _bench.Flint.Change<CheckoutSessionSnapshot>(OpenSessions.Single().RemoteId, session => session with { Status = "expired" });
        };

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["expired", "open"], _bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Select(session => session.Status));
        Assert.All(_bench.Store.Operations, operation => Assert.True(operation.IsFinal));
    }

    [Fact]
    public async Task Renew_OfOneReplacedElsewhere_UsesTheOneThatIsOpenNow()
    {
        var lid = await ReadyAsync();
        await _bench.Get<CheckoutOperations>().RenewAsync(lid, CancellationToken.None);
        var old = OpenSessions.Single();
        _bench.Flint.DuringSend = () =>
        {
            _bench.Flint.DuringSend = null;
            _bench.Flint.Change<CheckoutSessionSnapshot>(old.RemoteId, session => session with { Status = "invalidated", TerminalReason = "superseded" });
            _bench.Flint.Add(old with { RemoteId = "cs_other", Reference = "theirs", Url = "https://checkout.withflintpay.com/checkout/cs_other#checkout_token=y", UpdatedAt = _bench.Time.GetUtcNow() });
        };

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("cs_other", (await _bench.CheckoutAsync(lid)).Session!.Snapshot!.RemoteId);
        Assert.Equal("cs_other", Assert.Single(OpenSessions).RemoteId);
    }

    [Fact]
    public async Task Session_WhoseUrlIsLostForGood_IsReplacedByOneThatCanBeShown()
    {
        _bench.Flint.WithholdsUrls = true;
        var lid = await _bench.ChargeAsync();
        _bench.Flint.DuringSend = () =>
        {
            // The order is done; the answer about its session gets lost.
            _bench.Flint.DuringSend = null;
            _bench.Flint.Fail(FlintFault.LostReply);
        };
        await _bench.CycleAsync();

        // Before anybody can ask again the key grows too old to be asked for the page.
        _bench.Time.Advance(TimeSpan.FromHours(21));

        await _bench.RunAsync(TimeSpan.FromMinutes(15));

        var checkout = await _bench.CheckoutAsync(lid);
        Assert.NotNull(checkout.Session?.Url);
        Assert.Equal(checkout.Session!.Snapshot!.RemoteId, Assert.Single(OpenSessions).RemoteId);
    }

    [Fact]
    public async Task Session_FoundWithoutItsUrlAfterAServerError_IsReplacedAndNotAskedForAgain()
    {
        _bench.Flint.WithholdsUrls = true;
        var lid = await _bench.ChargeAsync();
        _bench.Flint.DuringSend = () =>
        {
            // The order is done; its session is made and a 500 comes back. Whether the key was kept is not said.
            _bench.Flint.DuringSend = null;
            _bench.Flint.Fail(FlintFault.ErrorAfterWork);
        };

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["invalidated", "open"], _bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Select(session => session.Status));
        Assert.Equal(2, _bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Select(session => session.Reference).Distinct(StringComparer.Ordinal).Count());
        Assert.NotNull((await _bench.CheckoutAsync(lid)).Session?.Url);
    }

    [Fact]
    public async Task Close_OfASessionWhoseUrlIsLost_IsNotFollowedByAnotherSession()
    {
        _bench.Flint.WithholdsUrls = true;
        var lid = await _bench.ChargeAsync();
        Task? closing = null;
        _bench.Flint.DuringSend = () =>
        {
            _bench.Flint.DuringSend = () => closing ??= _bench.Get<CheckoutOperations>().CloseAsync(lid, CancellationToken.None);
            _bench.Flint.Fail(FlintFault.ErrorAfterWork);
        };

        await _bench.RunAsync(TimeSpan.FromMinutes(2));
        await closing!;

        Assert.Equal("closed", Assert.Single(_bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>()).Status);
        Assert.All(_bench.Store.Operations, operation => Assert.Equal(OperationState.Done, operation.State));
    }

    [Fact]
    public async Task Renew_WhileABuyerIsPaying_WaitsAndIsNotForgotten()
    {
        var lid = await ReadyAsync();
        await _bench.Get<CheckoutOperations>().RenewAsync(lid, CancellationToken.None);
        var paying = true;
        _bench.Flint.RefuseSessions = () => paying ? "ORDER_COLLECTION_IN_PROGRESS" : null;

        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        Assert.False(_bench.Store.Operations[^1].IsFinal);
        paying = false;
        await _bench.RunAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(OperationState.Done, _bench.Store.Operations[^1].State);
        Assert.Equal(["invalidated", "open"], _bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Select(session => session.Status));
    }

    [Fact]
    public async Task Renew_WhenTheOldOneStaysUnreadable_BacksOff()
    {
        var lid = await ReadyAsync();
        await _bench.Get<CheckoutOperations>().RenewAsync(lid, CancellationToken.None);
        _bench.Flint.FailReads = int.MaxValue;
        var calls = _bench.Flint.Calls;

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.InRange(_bench.Flint.Calls - calls, 1, 120);
        Assert.True(_bench.Store.Operations[^1].Failures > 0);
    }

    [Fact]
    public async Task Renew_WhenTheOldOneCannotBeRead_IsNotSent()
    {
        var lid = await ReadyAsync();
        var sent = _bench.Flint.Sent.Count;
        await _bench.Get<CheckoutOperations>().RenewAsync(lid, CancellationToken.None);
        _bench.Flint.FailReads = 3;

        await _bench.CycleAsync();

        Assert.Equal(sent, _bench.Flint.Sent.Count);
        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["invalidated", "open"], _bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Select(session => session.Status));
    }

    [Fact]
    public async Task Close_TwiceWhileTheSessionIsOnItsWay_LeavesNothingThatWaitsForEver()
    {
        var lid = await _bench.ChargeAsync();
        Task? closing = null;
        _bench.Flint.DuringSend = () =>
        {
            if (_bench.Flint.Ledger.Count > 0)
            {
                closing ??= _bench.Get<CheckoutOperations>().CloseAsync(lid, CancellationToken.None);
                _bench.Flint.KeyIsRefused = true;
            }
        };
        await _bench.CycleAsync();
        await closing!;
        Assert.Equal(OperationState.Waiting, _bench.Store.Operations[^1].State);

        await _bench.Get<CheckoutOperations>().CloseAsync(lid, CancellationToken.None);

        Assert.All(_bench.Store.Operations, operation => Assert.True(operation.IsFinal, operation.Intent.ToString()));
    }

    [Fact]
    public async Task Cancel_AnOrder_CancelsWhatWaitsForItsSessionToo()
    {
        _bench.Flint.IsDown = true;
        await _bench.ChargeAsync();
        var (order, session) = (_bench.Store.Operations[0], _bench.Store.Operations[1]);
        await _bench.Store.CommitAsync(
            [new StoreChange.AddOperation(session with { Id = "01M2FEW700VVVVVVVVVVVVVVVV", Position = 0, Intent = new OperationIntent.CloseCheckoutSession(), Needs = [session.Id] })], TestContext.Current.CancellationToken);

        await _bench.Get<OutboxOperations>().CancelAsync(order.Id, TestContext.Current.CancellationToken);

        Assert.All(_bench.Store.Operations, operation => Assert.Equal(OperationState.Cancelled, operation.State));
    }

    public void Dispose() => _bench.Dispose();

    private IEnumerable<CheckoutSessionSnapshot> OpenSessions => _bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Where(session => session.Status == "open");

    private async Task<string> ReadyAsync()
    {
        var lid = await _bench.ChargeAsync();
        await _bench.CycleAsync();
        return lid;
    }

    private async Task<string> RefusedSessionAsync()
    {
        _bench.Flint.DuringSend = () =>
        {
            _bench.Flint.DuringSend = null;
            _bench.Flint.Fail(FlintFault.Refused);
        };
        var lid = await _bench.ChargeAsync();
        await _bench.CycleAsync();
        Assert.Equal([OperationState.Done, OperationState.Refused], _bench.Store.Operations.Select(operation => operation.State));
        return lid;
    }

    private async Task<string> DiscardedSessionAsync()
    {
        var lid = await RefusedSessionAsync();
        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<OutboxOperations>().DiscardAsync(_bench.Store.Operations[1].Id, CancellationToken.None));
        return lid;
    }

    private async Task<string> ChargeWithOtherSessionAsync(string? url)
    {
        var lid = await _bench.ChargeAsync();
        _bench.Flint.DuringSend = () =>
        {
            // Somebody else opens a session on the order between the two writes of this device.
            if (_bench.Flint.Ledger.OfType<OrderSnapshot>().SingleOrDefault() is { } order && _bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().All(s => s.RemoteId != "cs_other"))
            {
                _bench.Flint.Add(StoreSamples.SessionAt("cs_other", url: url) with
                {
                    Reference = "theirs", OrderId = order.RemoteId, PaymentAttemptStatus = null, ExpiresAt = _bench.Time.GetUtcNow().AddHours(1), UpdatedAt = _bench.Time.GetUtcNow(),
                });
            }
        };
        return lid;
    }
}
