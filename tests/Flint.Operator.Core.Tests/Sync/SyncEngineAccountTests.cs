using Flint.Operator.Core.Account;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>Keys, accounts and rate limits: what stops the queue without losing anything.</summary>
public sealed class SyncEngineAccountTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task WrongKey_PausesTheAccountAndKeepsTheQueue()
    {
        _bench.Flint.KeyIsRefused = true;
        await _bench.CreateLinkAsync();

        await _bench.RunAsync(TimeSpan.FromMinutes(3));

        Assert.Equal("INVALID_API_KEY", Assert.IsType<AccountPause.KeyRefused>(_bench.Monitor.Status.Pause).Problem.Code);
        Assert.Empty(_bench.Flint.Sent);
        Assert.Equal(OperationState.Ready, _bench.Store.Operations.Single().State);
    }

    [Fact]
    public async Task GoodKeyAfterAWrongOne_DrainsTheQueue()
    {
        _bench.Flint.KeyIsRefused = true;
        await _bench.CreateLinkAsync();
        await _bench.RunAsync(TimeSpan.FromSeconds(5));

        _bench.Flint.KeyIsRefused = false;
        _bench.Connection.Use(_bench.Connection.Current with { ApiKey = "flint_test_better" });
        await _bench.CycleAsync();

        Assert.Null(_bench.Monitor.Status.Pause);
        Assert.Single(_bench.Flint.Ledger);
    }

    [Fact]
    public async Task KeyRefusedInTheMiddle_LeavesTheOperationAsItWas()
    {
        _bench.Flint.Fail(FlintFault.Unauthorised);
        await _bench.CreateLinkAsync();

        await _bench.CycleAsync();

        var operation = _bench.Store.Operations.Single();
        Assert.Equal((OperationState.Ready, 0, 0), (operation.State, operation.Sent, operation.Failures));
        Assert.IsType<AccountPause.KeyRefused>(_bench.Monitor.Status.Pause);
    }

    [Fact]
    public async Task KeyOfAnotherAccount_NeverGetsTheQueue()
    {
        await _bench.CycleAsync();
        _bench.Flint.IsDown = true;
        await _bench.CreateLinkAsync();
        _bench.Flint.IsDown = false;
        UseKeyOfAnother();

        await _bench.RunAsync(TimeSpan.FromMinutes(5));

        Assert.Empty(_bench.Flint.Sent);
        Assert.Equal(OperationState.Ready, _bench.Store.Operations.Single().State);
        Assert.Equal(new OutboxSummary(0, 0, null, OfAnotherAccount: 1), await _bench.Get<IOutboxStore>().SummariseAsync(CancellationToken.None) with { OldestAt = null });
    }

    [Fact]
    public async Task KeyOfAnotherAccount_WhileOneOfTheFirstIsInDoubt_WorksForTheOther()
    {
        _bench.Flint.Fail(FlintFault.LostRequest);
        await _bench.CreateLinkAsync("Of the first");
        await _bench.CycleAsync();
        UseKeyOfAnother();
        await _bench.CycleAsync();

        await _bench.CreateLinkAsync("Of the other");
        await _bench.RunAsync(TimeSpan.FromMinutes(10));

        Assert.Null(_bench.Monitor.Status.Pause);
        Assert.Equal("Of the other", Assert.IsType<PaymentLinkSnapshot>(Assert.Single(_bench.Flint.Ledger)).Title);
        Assert.Equal((OperationState.Looking, Other), (_bench.Store.Operations[0].State, _bench.Store.Operations[^1].Account));
    }

    [Fact]
    public async Task KeyOfTheFirstAccount_Again_SendsWhatWaitedForIt()
    {
        await _bench.CycleAsync();
        var first = _bench.Flint.Account;
        _bench.Flint.IsDown = true;
        await _bench.CreateLinkAsync();
        _bench.Flint.IsDown = false;
        UseKeyOfAnother();
        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        _bench.Flint.Account = first;
        _bench.Connection.Use(_bench.Connection.Current with { ApiKey = "flint_test_key" });
        await _bench.CycleAsync();

        Assert.Single(_bench.Flint.Ledger);
        Assert.Equal(OutboxSummary.Empty, await _bench.Get<IOutboxStore>().SummariseAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(OperationState.Refused)]
    [InlineData(OperationState.Triage)]
    public async Task OperationOfAnotherAccount_CannotBeMadeOneOfThis(OperationState state)
    {
        await _bench.CycleAsync();
        _bench.Flint.Fail(FlintFault.Refused);
        _bench.Flint.IsDown = state == OperationState.Triage;
        await _bench.ChargeAsync();
        await _bench.CycleAsync();
        _bench.Time.Advance(TimeSpan.FromMinutes(31));
        _bench.Flint.IsDown = false;
        await _bench.CycleAsync();
        var order = _bench.Store.Operations[0];
        Assert.Equal(state, order.State);
        UseKeyOfAnother();
        await _bench.CycleAsync();

        Assert.IsType<SaveOutcome.TooLate>(await _bench.Get<OutboxOperations>().ConvertAsync(order.Id, CancellationToken.None));
        Assert.IsType<SaveOutcome.TooLate>(await _bench.Get<CheckoutOperations>().CorrectAsync(order.Id, ((OperationIntent.CreateOrder)order.Intent).Draft, CancellationToken.None));
        Assert.All(_bench.Store.Operations, operation => Assert.NotEqual(Other, operation.Account));
    }

    [Fact]
    public async Task KeyOfAnotherAccount_WithNothingWaiting_StartsAfresh()
    {
        await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        _bench.Flint.Account = new AccountIdentity("mer_1", "live", null);
        _bench.Connection.Use(_bench.Connection.Current with { ApiKey = "flint_live_same" });

        await _bench.CycleAsync();

        Assert.Null(_bench.Monitor.Status.Pause);
        Assert.Empty(await _bench.Get<IPaymentLinkStore>().ListAsync(null, 10, CancellationToken.None));
    }

    [Fact]
    public async Task TooManyRequests_NothingLeavesInsideTheRetryAfter()
    {
        _bench.Flint.Fail(FlintFault.RateLimited);
        await _bench.CreateLinkAsync();
        await _bench.ChargeAsync();
        await _bench.CycleAsync();
        var calls = _bench.Flint.Calls;

        _bench.Time.Advance(TimeSpan.FromSeconds(59));
        await _bench.CycleAsync();
        Assert.Equal(calls, _bench.Flint.Calls);

        await _bench.RunAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(3, _bench.Flint.Ledger.Count);
        Assert.All(_bench.Store.Operations, operation => Assert.Equal(0, operation.Failures));
    }

    [Fact]
    public async Task NoKey_SaysSoAndSendsNothing()
    {
        var stopped = new GatewayResult<AuthContext>.NotSent(NetworkFault.NoKey);

        _bench.Get<SyncContext>().Hear(stopped);

        Assert.IsType<AccountPause.NoKey>(_bench.Monitor.Status.Pause);
        await _bench.CreateLinkAsync();
        Assert.False(_bench.Monitor.IsOpen(_bench.Get<SyncClock>().Now()));
    }

    [Fact]
    public async Task TooManyRequests_ToldByTheCodeAlone_IsWaitedForToo()
    {
        _bench.Flint.Fail(FlintFault.RateLimitedByCode, FlintFault.RateLimitedByCode);
        await _bench.CreateLinkAsync();

        await _bench.CycleAsync();
        Assert.Single(_bench.Flint.Sent);

        await _bench.RunAsync(TimeSpan.FromSeconds(30));
        Assert.Single(_bench.Flint.Ledger);
    }

    public void Dispose() => _bench.Dispose();

    private static AccountIdentity Other { get; } = new("mer_2", "live", null);

    private void UseKeyOfAnother()
    {
        _bench.Flint.Account = Other;
        _bench.Connection.Use(_bench.Connection.Current with { ApiKey = "flint_live_other" });
    }
}
