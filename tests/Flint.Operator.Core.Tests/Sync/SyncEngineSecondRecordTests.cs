using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Stores;
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
    public async Task TwoThatArePaid_AreHeldForAPersonAndBothKept()
    {
        await SendWithTwinAsync(paid: 1, twins: 2);

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((OperationState.Held, HoldReason.SecondRecord), (Creation.State, Creation.Hold!.Value));
        var links = await LinksAsync();
        Assert.Equal(["pl_3", "pl_twin", "pl_twin1"], links.Select(link => link.Snapshot!.RemoteId).Order(StringComparer.Ordinal));
        Assert.All(links, link => Assert.NotEqual(RecordState.Ready, link.State));
        Assert.Contains(_bench.Log.Lines, line => line.Contains("Critical", StringComparison.Ordinal) && line.Contains("beside pl_twin ", StringComparison.Ordinal) && line.Contains("pl_twin1,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TwoThatArePaid_Confirmed_AdoptsOneAndMarksTheOther()
    {
        await SendWithTwinAsync(paid: 1, twins: 2);
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<OutboxOperations>().ConfirmAsync(Creation.Id, CancellationToken.None));
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(OperationState.Done, Creation.State);
        var links = await LinksAsync();
        var own = links.Single(link => link.Lid == Creation.Lid);
        Assert.Equal(("pl_twin", RecordState.Ready, false), (own.Snapshot!.RemoteId, own.State, own.IsSecond));
        var other = links.Single(link => link.Snapshot!.RemoteId == "pl_twin1");
        Assert.Equal((RecordState.NeedsYou, true), (other.State, other.IsSecond));
        Assert.True(other.Snapshot!.IsActive);
    }

    [Fact]
    public async Task TwoThatArePaid_Discarded_StayWhereTheyCanBeSeen()
    {
        await SendWithTwinAsync(paid: 1, twins: 2);
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<OutboxOperations>().DiscardAsync(Creation.Id, CancellationToken.None));

        Assert.All(await LinksAsync(), link => Assert.NotEqual(RecordState.Cancelled, link.State));
    }

    [Fact]
    public async Task TwoThatArePaid_FoundByThePullForAnOrderThatWaits_AreHeldForAPerson()
    {
        _bench.Flint.IsDown = true;
        var lid = await _bench.ChargeAsync();
        var order = _bench.Store.Operations[0];
        foreach (var id in (string[])["ord_a", "ord_b"])
        {
            _bench.Flint.Add(StoreSamples.OrderAt(id, paymentStatus: "paid") with { Reference = order.Reference, UpdatedAt = null });
        }

        _bench.Flint.IsDown = false;
        await _bench.RunAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(RecordState.NeedsYou, (await _bench.CheckoutAsync(lid)).StateAt(_bench.Time.GetUtcNow()));
        await _bench.Get<OutboxOperations>().ConfirmAsync(order.Id, CancellationToken.None);
        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("ord_a", (await _bench.CheckoutAsync(lid)).Order.Snapshot!.RemoteId);
        Assert.Equal(OperationState.Done, _bench.Store.Operations[0].State);
        var second = (await _bench.Get<ICheckoutStore>().ListAsync(null, 10, CancellationToken.None)).Single(checkout => checkout.Lid != lid);
        Assert.Equal(("ord_b", true), (second.Order.Snapshot!.RemoteId, second.Order.IsSecond));
        Assert.IsType<SaveOutcome.TooLate>(await _bench.Get<CheckoutOperations>().RenewAsync(second.Lid, CancellationToken.None));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Second_ThatIsPaidAndMetByThePullLater_IsShownToAPerson(bool takesItOutOfUse)
    {
        await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        AddTwin("pl_twin", Creation.Reference, paid: 1);

        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        var asked = _bench.Store.Operations[^1];
        Assert.Equal((OperationState.Held, HoldReason.SecondRecord), (asked.State, asked.Hold!.Value));
        Assert.Contains(_bench.Log.Lines, line => line.Contains("Critical", StringComparison.Ordinal) && line.Contains("pl_twin,", StringComparison.Ordinal));
        var outbox = _bench.Get<OutboxOperations>();
        Assert.IsType<SaveOutcome.Saved>(await (takesItOutOfUse ? outbox.ConfirmAsync(asked.Id, CancellationToken.None) : outbox.DiscardAsync(asked.Id, CancellationToken.None)));
        await _bench.RunAsync(TimeSpan.FromMinutes(15));

        Assert.All(_bench.Store.Operations, operation => Assert.True(operation.IsFinal));
        Assert.Equal(!takesItOutOfUse, Twin.IsActive);
        Assert.Equal(takesItOutOfUse ? RecordState.Paused : RecordState.NeedsYou, (await _bench.LinkAsync(asked.Lid))!.State);
    }

    [Fact]
    public async Task Second_WhosePauseIsRefused_IsNeverShownAndThePauseIsNotDiscarded()
    {
        await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        AddTwin("pl_twin", Creation.Reference, paid: 0);
        _bench.Flint.Fail(FlintFault.Refused);
        await _bench.RunAsync(TimeSpan.FromMinutes(2));
        var pause = _bench.Store.Operations[^1];
        Assert.Equal(OperationState.Refused, pause.State);

        Assert.Equal(RecordState.NeedsYou, (await _bench.LinkAsync(pause.Lid))!.State);
        Assert.Equal(new SaveOutcome.SecondRecord(), await _bench.Get<OutboxOperations>().DiscardAsync(pause.Id, CancellationToken.None));

        // Asked for once more, or switched off elsewhere: then there is nothing left that the refused one stands for.
        await _bench.Get<PaymentLinkOperations>().SetActiveAsync(pause.Lid, isActive: false, CancellationToken.None);
        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        Assert.False(Twin.IsActive);
        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<OutboxOperations>().DiscardAsync(pause.Id, CancellationToken.None));
        Assert.Equal(RecordState.Paused, (await _bench.LinkAsync(pause.Lid))!.State);
    }

    [Fact]
    public async Task Second_ThatIsGoneAtTheApi_ItsPauseCanBeDiscarded()
    {
        await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        AddTwin("pl_twin", Creation.Reference, paid: 0);
        _bench.Flint.Fail(FlintFault.Refused);
        await _bench.RunAsync(TimeSpan.FromMinutes(2));
        _bench.Flint.Remove("pl_twin");
        await _bench.Get<PaymentLinkOperations>().SetActiveAsync(_bench.Store.Operations[^1].Lid, isActive: false, CancellationToken.None);
        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        var pause = _bench.Store.Operations[^1];
        Assert.Equal((OperationState.Refused, 404), (pause.State, pause.Problem!.Status));

        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<OutboxOperations>().DiscardAsync(pause.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Second_OpenSessionOfAnOrder_IsNotTheOneThatIsShown()
    {
        var lid = await _bench.ChargeAsync();
        await _bench.RunAsync(TimeSpan.FromSeconds(5));
        await _bench.Get<CheckoutOperations>().CloseAsync(lid, CancellationToken.None);
        await _bench.CycleAsync();
        var own = _bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Single();
        _bench.Flint.Add(own with { RemoteId = "cs_twin", Status = "open", TerminalReason = null, CreatedAt = null, UpdatedAt = null });
        _bench.Flint.Fail(FlintFault.Refused);

        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        var checkout = await _bench.CheckoutAsync(lid);
        Assert.Equal("cs_twin", checkout.Sessions[^1].Snapshot!.RemoteId);
        Assert.Equal(own.RemoteId, checkout.Session!.Snapshot!.RemoteId);
        Assert.Equal(RecordState.Closed, checkout.StateAt(_bench.Time.GetUtcNow()));
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

    private Operation Creation => _bench.Store.Operations.First(operation => operation.Intent.IsCreate);

    private Task<IReadOnlyList<PaymentLink>> LinksAsync() => _bench.Get<IPaymentLinkStore>().ListAsync(null, 10, CancellationToken.None);

    private void AddTwin(string id, string reference, int paid) => _bench.Flint.Add(new PaymentLinkSnapshot
    {
        RemoteId = id, Reference = reference, Title = "twin", IsActive = true, Url = "https://checkout.withflintpay.com/pay/pl_twin", Version = 1, CompletedCount = paid,
        CreatedAt = _bench.Time.GetUtcNow().AddSeconds(1),
    });

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
                AddTwin(i == 0 ? "pl_twin" : $"pl_twin{i}", reference, paid);
            }
        };
    }
}
