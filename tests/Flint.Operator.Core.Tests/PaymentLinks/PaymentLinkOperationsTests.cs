using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.PaymentLinks;

/// <summary>When a link can be changed, and what becomes of a change that was never taken.</summary>
public sealed class PaymentLinkOperationsTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task Edit_Refused_IsCorrectedFromWhereItStartedAndKeepsItsPlace()
    {
        var (lid, refused) = await RefusedEditAsync();

        Assert.IsType<SaveOutcome.Saved>(await _bench.EditLinkAsync(lid, "Dues 2028", 16000));

        var corrected = _bench.Store.Operations.Single(operation => !operation.IsFinal);
        var intent = Assert.IsType<OperationIntent.UpdatePaymentLink>(corrected.Intent);
        Assert.Equal(("Collect membership dues", "Dues 2028", refused.Position), (intent.Base.Title, intent.Mine.Title, corrected.Position));
        Assert.Equal(OperationState.Superseded, _bench.Store.Operations.Single(operation => operation.Id == refused.Id).State);
        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(("Dues 2028", 16000L), ((await _bench.LinkAsync(lid))!.Snapshot!.Title, (await _bench.LinkAsync(lid))!.Snapshot!.AmountMoney!.Minor));
    }

    [Fact]
    public async Task Edit_RefusedAndSentAsItWas_IsANewOperation()
    {
        var (lid, refused) = await RefusedEditAsync();

        await _bench.EditLinkAsync(lid, "Dues 2027");

        var again = _bench.Store.Operations.Single(operation => !operation.IsFinal);
        Assert.Equal(refused.Intent, again.Intent);
        Assert.NotEqual(refused.Key, again.Key);
    }

    [Fact]
    public async Task Edit_RefusedThenBackToWhatFlintHas_LeavesNothingToSend()
    {
        var (lid, _) = await RefusedEditAsync();

        await _bench.EditLinkAsync(lid, "Collect membership dues");

        Assert.Equal(OperationState.Dropped, _bench.Store.Operations[^1].State);
        Assert.Null((await _bench.LinkAsync(lid))!.OpenEdit);
    }

    [Fact]
    public async Task Edit_WaitingThenBackToWhatFlintHas_IsCancelled()
    {
        var lid = await ReadyAsync();
        _bench.Flint.IsDown = true;
        await _bench.EditLinkAsync(lid, "Dues 2027");

        await _bench.EditLinkAsync(lid, "Collect membership dues");

        Assert.Equal(OperationState.Cancelled, _bench.Store.Operations[^1].State);
    }

    [Fact]
    public async Task Edit_InConflict_IsSettledFirst()
    {
        var lid = await _bench.ConflictAsync();

        Assert.False((await _bench.LinkAsync(lid))!.CanEdit);
        Assert.IsType<SaveOutcome.TooLate>(await _bench.EditLinkAsync(lid, "Again"));
    }

    [Fact]
    public async Task Edit_CreationRefused_IsCorrectedElsewhere()
    {
        _bench.Flint.Fail(FlintFault.Refused);
        var lid = await _bench.CreateLinkAsync();
        await _bench.CycleAsync();

        Assert.False((await _bench.LinkAsync(lid))!.CanEdit);
        Assert.IsType<SaveOutcome.TooLate>(await _bench.EditLinkAsync(lid, "Again"));
    }

    [Fact]
    public async Task Edit_PageWithMoreThanOnePrice_TakesTheTitleOnly()
    {
        var lid = await ReadyAsync();
        _bench.Flint.Change<PaymentLinkSnapshot>(_bench.Flint.Ledger[0].RemoteId, link => link with { Line = null });
        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        Assert.IsType<SaveOutcome.Invalid>(await _bench.EditLinkAsync(lid, "Dues 2027", 16000));
        Assert.IsType<SaveOutcome.Saved>(await _bench.EditLinkAsync(lid, "Dues 2027"));
    }

    [Theory]
    [InlineData(true, "Dues, mine", 16000)]
    [InlineData(false, "Dues, theirs", 17000)]
    public async Task Settle_Conflict_OneOfTheTwoIsWhatFlintHasInTheEnd(bool mineWins, string title, long minor)
    {
        var lid = await _bench.ConflictAsync();

        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<PaymentLinkOperations>().SettleAsync(lid, mineWins, CancellationToken.None));
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        var link = (PaymentLinkSnapshot)_bench.Flint.Ledger[0];
        Assert.Equal((title, minor), (link.Title, link.AmountMoney!.Minor));
        Assert.All(_bench.Store.Operations, operation => Assert.True(operation.IsFinal));
    }

    public void Dispose() => _bench.Dispose();

    private async Task<string> ReadyAsync()
    {
        var lid = await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        return lid;
    }

    private async Task<(string Lid, Operation Refused)> RefusedEditAsync()
    {
        var lid = await ReadyAsync();
        _bench.Flint.Fail(FlintFault.Refused);
        await _bench.EditLinkAsync(lid, "Dues 2027");
        await _bench.CycleAsync();
        var refused = _bench.Store.Operations[^1];
        Assert.Equal(OperationState.Refused, refused.State);
        return (lid, refused);
    }
}
