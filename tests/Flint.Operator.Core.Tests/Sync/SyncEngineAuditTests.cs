using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Stores;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>Invariant 13: the audit replays to the present state, and says who did what to each operation.</summary>
public sealed class SyncEngineAuditTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task Charge_ReleasesItsSession_AndTheAuditSaysSo()
    {
        await _bench.ChargeAsync();

        await _bench.CycleAsync();

        AssertReplays(OperationState.Done, OperationState.Done);
        Assert.Contains("Waiting -> Ready by NeedsDone, generation 0, attempt 0", LinesOf(_bench.Store.Operations[1].Id));
    }

    [Fact]
    public async Task Charge_FoundByAPull_AndTheAuditSaysSo()
    {
        _bench.Flint.Fail(FlintFault.LostReply);
        await _bench.ChargeAsync();

        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        AssertReplays(OperationState.Done, OperationState.Done);
    }

    [Fact]
    public async Task Cancelled_TakesItsSessionBack_AndTheAuditSaysWho()
    {
        var lid = await _bench.ChargeAsync();

        await _bench.Get<CheckoutOperations>().CloseAsync(lid, CancellationToken.None);

        AssertReplays(OperationState.Cancelled, OperationState.Cancelled);
        Assert.All(_bench.Store.Audit.Where(line => line.OperationId is not null), line => Assert.Equal("Operator", line.Who));
    }

    [Fact]
    public async Task Discarded_TakesWhatWaitedForItAlong_AndTheAuditSaysSo()
    {
        _bench.Flint.Fail(FlintFault.Refused);
        await _bench.ChargeAsync();
        await _bench.CycleAsync();

        await _bench.Get<OutboxOperations>().DiscardAsync(_bench.Store.Operations[0].Id, CancellationToken.None);

        AssertReplays(OperationState.Dropped, OperationState.Cancelled);
    }

    // Confirmed and released in one commit: two moves, in their order.
    [Fact]
    public async Task Confirmed_AfterWhatItNeedsIsDone_AndTheAuditSaysBothMoves()
    {
        var lid = await _bench.CreateLinkAsync();
        await _bench.Get<PaymentLinkOperations>().SetActiveAsync(lid, isActive: false, CancellationToken.None);
        await _bench.CopyAsync();
        foreach (var held in _bench.Store.Operations)
        {
            await _bench.Get<OutboxOperations>().ConfirmAsync(held.Id, CancellationToken.None);
        }

        await _bench.RunAsync(TimeSpan.FromMinutes(20));

        AssertReplays(OperationState.Done, OperationState.Done);
    }

    [Fact]
    public async Task Conflict_SettledForMine_AndTheAuditSaysSo()
    {
        var lid = await _bench.ConflictAsync();

        await _bench.Get<PaymentLinkOperations>().SettleAsync(lid, mineWins: true, CancellationToken.None);
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        AssertReplays(OperationState.Done, OperationState.Superseded, OperationState.Done);
    }

    public void Dispose() => _bench.Dispose();

    private IEnumerable<string> LinesOf(string id) => _bench.Store.Audit.Where(line => line.OperationId == id).Select(line => line.What);

    private void AssertReplays(params OperationState[] expected)
    {
        var replay = new AuditReplay();
        Assert.Empty(_bench.Store.Audit.Select(replay.Read).OfType<string>());
        Assert.Equal(expected, _bench.Store.Operations.Select(operation => operation.State));
        Assert.Equal(
            _bench.Store.Operations.Select(operation => (operation.Id, AuditedOperation.Of(operation))),
            _bench.Store.Operations.Select(operation => (operation.Id, replay.Told.GetValueOrDefault(operation.Id)!)));
    }
}
