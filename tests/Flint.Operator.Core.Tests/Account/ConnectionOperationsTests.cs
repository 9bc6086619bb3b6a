using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Account;

/// <summary>An account is not left by mistake while something waits for it.</summary>
public sealed class ConnectionOperationsTests : IDisposable
{
    private readonly SyncBench _bench = new();

    private ConnectionOperations Operations => _bench.Get<ConnectionOperations>();

    [Theory]
    [InlineData(null, "flint_test_other")]
    [InlineData("https://elsewhere.example", null)]
    [InlineData("https://elsewhere.example", "flint_test_other")]
    public async Task Save_OtherKeyOrAddressWhileSomethingWaits_IsBlockedAndWritesNothing(string? address, string? key)
    {
        await WaitAsync();
        var before = _bench.Connection.Current;

        Assert.Equal(new SaveOutcome.Blocked(2), await Operations.SaveAsync(address, key, isConfirmed: false, CancellationToken.None));

        Assert.Same(before, _bench.Connection.Current);
        Assert.False(_bench.Secrets.Secrets.ContainsKey(ConnectionOperations.KeyName));
        Assert.Null((await _bench.Settings.LoadAsync(CancellationToken.None)).BaseAddress);
    }

    [Fact]
    public async Task Save_Confirmed_ChangesAndLosesNothing()
    {
        await WaitAsync();

        Assert.IsType<SaveOutcome.Saved>(await Operations.SaveAsync(null, "flint_test_other", isConfirmed: true, CancellationToken.None));

        Assert.Equal("flint_test_other", _bench.Connection.Current.ApiKey);
        Assert.Equal([OperationState.Ready, OperationState.Waiting], _bench.Store.Operations.Select(operation => operation.State));
    }

    [Fact]
    public async Task Save_KeyOfAnotherAccountConfirmed_SendsNothingOfWhatWaits()
    {
        await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        await WaitAsync();
        await Operations.SaveAsync(null, "flint_test_other", isConfirmed: true, CancellationToken.None);
        _bench.Flint.IsDown = false;
        _bench.Flint.Account = new AccountIdentity("mer_2", "sandbox", "test_2");

        await _bench.RunAsync(TimeSpan.FromMinutes(5));

        Assert.Single(_bench.Flint.Ledger);
        Assert.Equal((0, 2), await _bench.Get<IOutboxStore>().SummariseAsync(CancellationToken.None) is var summary ? (summary.Waiting, summary.OfAnotherAccount) : default);
    }

    [Fact]
    public async Task Save_OnlyAnotherAccountsOperationsWait_IsNotAskedAboutSinceNothingOfThisOneIsLeft()
    {
        await _bench.CycleAsync();
        await WaitAsync();
        await Operations.SaveAsync(null, "flint_test_other", isConfirmed: true, CancellationToken.None);
        _bench.Flint.IsDown = false;
        _bench.Flint.Account = new AccountIdentity("mer_2", "sandbox", "test_2");
        await _bench.CycleAsync();

        Assert.IsType<SaveOutcome.Saved>(await Operations.SaveAsync(null, "flint_test_key", isConfirmed: false, CancellationToken.None));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("https://api.withflintpay.com/", null)]
    [InlineData(null, "flint_test_key")]
    public async Task Save_NothingElseThanBefore_IsNotAskedAbout(string? address, string? key)
    {
        await WaitAsync();

        Assert.IsType<SaveOutcome.Saved>(await Operations.SaveAsync(address, key, isConfirmed: false, CancellationToken.None));
    }

    [Fact]
    public async Task Save_FirstKey_IsNotAskedAboutSinceNothingIsLeft()
    {
        _bench.Connection.Use(new ApiConnection(ApiConnection.HostedAddress, null));
        await WaitAsync();

        Assert.IsType<SaveOutcome.Saved>(await Operations.SaveAsync(null, "flint_test_key", isConfirmed: false, CancellationToken.None));
    }

    [Fact]
    public async Task Save_NothingWaits_IsNotAskedAbout() =>
        Assert.IsType<SaveOutcome.Saved>(await Operations.SaveAsync("https://elsewhere.example", "flint_test_other", isConfirmed: false, CancellationToken.None));

    [Fact]
    public async Task Save_BadField_IsSaidBeforeAnythingElse()
    {
        await WaitAsync();

        Assert.IsType<SaveOutcome.Invalid>(await Operations.SaveAsync("http://elsewhere.example", "flint_test_other", isConfirmed: false, CancellationToken.None));
    }

    [Fact]
    public async Task SignOut_WhileSomethingWaits_IsBlockedUntilConfirmed()
    {
        await WaitAsync();
        _bench.Secrets.Secrets[ConnectionOperations.KeyName] = "flint_test_key";

        Assert.Equal(new SaveOutcome.Blocked(2), await Operations.SignOutAsync(isConfirmed: false, CancellationToken.None));
        Assert.Equal("flint_test_key", _bench.Secrets.Secrets[ConnectionOperations.KeyName]);
        Assert.IsType<SaveOutcome.Saved>(await Operations.SignOutAsync(isConfirmed: true, CancellationToken.None));

        Assert.False(_bench.Secrets.Secrets.ContainsKey(ConnectionOperations.KeyName));
        Assert.Null(_bench.Connection.Current.ApiKey);
        Assert.Equal(ApiConnection.HostedAddress, _bench.Connection.Current.BaseAddress);
        Assert.Equal(2, (await _bench.Get<IOutboxStore>().SummariseAsync(CancellationToken.None)).Waiting);
    }

    [Fact]
    public async Task SignOut_NothingWaits_ForgetsTheKeyAtOnce()
    {
        _bench.Secrets.Secrets[ConnectionOperations.KeyName] = "flint_test_key";

        Assert.IsType<SaveOutcome.Saved>(await Operations.SignOutAsync(isConfirmed: false, CancellationToken.None));

        Assert.Null(_bench.Connection.Current.ApiKey);
    }

    [Fact]
    public async Task SaveAndSignOut_InPractice_LeaveThePracticeQueueAlone()
    {
        await WaitAsync();
        var practice = new ConnectionOperations(
            _bench.Settings, _bench.Secrets, _bench.Get<IOutboxStore>(), _bench.Connection, new RunMode(true, false, false, "", "0.0.0"), _bench.Get<SyncSignal>());
        var before = _bench.Connection.Current;

        Assert.IsType<SaveOutcome.Saved>(await practice.SaveAsync(null, "flint_live_real", isConfirmed: false, CancellationToken.None));
        Assert.IsType<SaveOutcome.Saved>(await practice.SignOutAsync(isConfirmed: false, CancellationToken.None));

        Assert.Same(before, _bench.Connection.Current);
    }

    public void Dispose() => _bench.Dispose();

    private async Task WaitAsync()
    {
        _bench.Flint.IsDown = true;
        await _bench.ChargeAsync();
    }
}
