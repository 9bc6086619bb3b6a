using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
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
        _bench.Flint.Account = new AccountIdentity("mer_2", "live", null);
        _bench.Connection.Use(_bench.Connection.Current with { ApiKey = "flint_live_other" });

        await _bench.RunAsync(TimeSpan.FromMinutes(5));

        Assert.Empty(_bench.Flint.Sent);
        Assert.IsType<AccountPause.OtherAccount>(_bench.Monitor.Status.Pause);
        Assert.Equal(OperationState.Ready, _bench.Store.Operations.Single().State);
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
        Assert.Empty(await _bench.Get<Core.PaymentLinks.IPaymentLinkStore>().ListAsync(null, 10, CancellationToken.None));
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

    public void Dispose() => _bench.Dispose();
}
