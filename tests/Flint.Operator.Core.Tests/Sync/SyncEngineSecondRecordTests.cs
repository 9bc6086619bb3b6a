using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>The alarm of sync.md section 6: two records under one reference.</summary>
public sealed class SyncEngineSecondRecordTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task Second_UnpaidAndUnseen_IsPausedAndNeverShown()
    {
        await SendWithTwinAsync();

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.False(Twin.IsActive);
        Assert.All(_bench.Store.Operations, operation => Assert.Equal(OperationState.Done, operation.State));
        var links = await _bench.Get<IPaymentLinkStore>().ListAsync(null, 10, CancellationToken.None);
        Assert.Equal([RecordState.Ready, RecordState.Paused], links.Select(link => link.State).Order());
    }

    [Fact]
    public async Task Second_BeforeItIsPaused_IsNotReady()
    {
        await SendWithTwinAsync();

        await _bench.CycleAsync();

        var links = await _bench.Get<IPaymentLinkStore>().ListAsync(null, 10, CancellationToken.None);
        Assert.All(links.Where(link => link.Snapshot?.RemoteId == "pl_twin"), link => Assert.NotEqual(RecordState.Ready, link.State));
    }

    [Fact]
    public async Task Second_ThatIsPaid_IsTheOneThatCounts()
    {
        await SendWithTwinAsync(paid: 1);

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        var creation = _bench.Store.Operations.Single(operation => operation.Intent.IsCreate);
        Assert.Equal("pl_twin", (await _bench.Store.FindRecordAsync(creation.Lid, CancellationToken.None))!.RemoteId);
        Assert.True(Twin.IsActive);
        Assert.False(_bench.Flint.Ledger.OfType<PaymentLinkSnapshot>().Single(link => link.RemoteId != "pl_twin").IsActive);
    }

    [Fact]
    public async Task TwoThatArePaid_AreHeldForAPerson()
    {
        await SendWithTwinAsync(paid: 1, twins: 2);

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        var operation = _bench.Store.Operations.Single();
        Assert.Equal((OperationState.Held, HoldReason.SecondRecord), (operation.State, operation.Hold!.Value));
    }

    [Fact]
    public async Task Second_TakingItOutOfUse_CannotBeCancelledAndNotUndone()
    {
        await SendWithTwinAsync();
        await _bench.CycleAsync();
        var pause = _bench.Store.Operations[^1];
        Assert.IsType<OperationIntent.SetPaymentLinkActive>(pause.Intent);

        Assert.Equal(new SaveOutcome.SecondRecord(), await _bench.Get<OutboxOperations>().CancelAsync(pause.Id, CancellationToken.None));
        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(new SaveOutcome.SecondRecord(), await _bench.Get<PaymentLinkOperations>().SetActiveAsync(pause.Lid, isActive: true, CancellationToken.None));

        Assert.False(Twin.IsActive);
    }

    public void Dispose() => _bench.Dispose();

    private PaymentLinkSnapshot Twin => _bench.Flint.Ledger.OfType<PaymentLinkSnapshot>().Single(link => link.RemoteId == "pl_twin");

    private async Task SendWithTwinAsync(int paid = 0, int twins = 1)
    {
        _bench.Flint.Fail(FlintFault.LostReply);
        await _bench.CreateLinkAsync();
        var reference = _bench.Store.Operations.Single().Reference;
        _bench.Flint.DuringSend = () =>
        {
            _bench.Flint.DuringSend = null;
            for (var i = 0; i < twins; i++)
            {
                Add(i == 0 ? "pl_twin" : $"pl_twin{i}");
            }
        };

        void Add(string id) => _bench.Flint.Add(new PaymentLinkSnapshot
            {
                RemoteId = id, Reference = reference, Title = "twin", IsActive = true, Url = "https://checkout.withflintpay.com/pay/pl_twin", Version = 1, CompletedCount = paid,
                CreatedAt = _bench.Time.GetUtcNow().AddSeconds(1),
            });
    }
}
