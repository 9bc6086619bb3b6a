using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>Changes made here: in place while nothing was sent, behind the create afterwards, and never over somebody else's word unseen.</summary>
public sealed class SyncEngineEditTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task Edit_BeforeItWasSent_ChangesTheOneOperation()
    {
        var lid = await _bench.CreateLinkAsync();

        await EditAsync(lid, "Winter dues", 20000);
        await _bench.CycleAsync();

        Assert.Single(_bench.Store.Operations);
        var link = Assert.Single(_bench.Flint.Ledger.OfType<PaymentLinkSnapshot>());
        Assert.Equal(("Winter dues", 20000L), (link.Title, link.AmountMoney!.Minor));
    }

    [Fact]
    public async Task Edit_WhileTheCreateIsInDoubt_FollowsIt()
    {
        _bench.Flint.Fail(FlintFault.LostReply);
        var lid = await _bench.CreateLinkAsync();
        Task? edited = null;
        _bench.Flint.DuringSend = () => edited ??= EditAsync(lid, "Winter dues");

        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        await edited!;

        Assert.Equal(2, _bench.Store.Operations.Count);
        Assert.All(_bench.Store.Operations, operation => Assert.Equal(OperationState.Done, operation.State));
        Assert.Equal("Winter dues", Assert.Single(_bench.Flint.Ledger.OfType<PaymentLinkSnapshot>()).Title);
    }

    [Fact]
    public async Task Edit_Offline_IsShownAtOnceAndSentLater()
    {
        var lid = await ReadyAsync();
        _bench.Flint.IsDown = true;

        await EditAsync(lid, "Winter dues");
        await _bench.CycleAsync();
        Assert.Equal("Winter dues", (await _bench.LinkAsync(lid))!.Title);
        _bench.Flint.IsDown = false;
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("Winter dues", Remote.Title);
        Assert.Null((await _bench.LinkAsync(lid))!.OpenEdit);
    }

    [Fact]
    public async Task Edit_Twice_BeforeItWasSent_IsOneEdit()
    {
        var lid = await ReadyAsync();

        await EditAsync(lid, "First");
        await EditAsync(lid, "Second");
        await _bench.CycleAsync();

        Assert.Equal("Second", Remote.Title);
        Assert.Single(_bench.Store.Operations, operation => !operation.Intent.IsCreate);
    }

    [Fact]
    public async Task Edit_WithALostReply_IsFoundToBeDone()
    {
        var lid = await ReadyAsync();
        _bench.Flint.Fail(FlintFault.LostReply);

        await EditAsync(lid, "Winter dues");
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(("Winter dues", 2L), (Remote.Title, Remote.Version));
        Assert.Equal(OperationState.Done, _bench.Store.Operations[^1].State);
    }

    [Fact]
    public async Task Edit_OfAnotherFieldThanTheirs_KeepsBoth()
    {
        var lid = await ReadyAsync();
        await EditAsync(lid, "Winter dues");
        ChangeThere(link => link with { AmountMoney = Usd(20000) });

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(("Winter dues", 20000L), (Remote.Title, Remote.AmountMoney!.Minor));
        Assert.All(_bench.Store.Operations, operation => Assert.True(operation.IsFinal));
    }

    [Fact]
    public async Task Edit_OfTheFieldTheyChanged_IsAConflictWithThreeValues()
    {
        var lid = await ConflictAsync();

        var link = (await _bench.LinkAsync(lid))!;
        var edit = (OperationIntent.UpdatePaymentLink)link.OpenEdit!.Intent;
        Assert.Equal(RecordState.ConflictNeedsYou, link.State);
        Assert.Equal(("Collect membership dues", "Mine", "Theirs"), (edit.Base.Title, edit.Mine.Title, link.Snapshot!.Title));
        Assert.Equal(["title"], PaymentLinkEdit.Conflicts(edit, PaymentLinkDraft.Of(link.Snapshot)));
        Assert.Equal("Theirs", Remote.Title);
    }

    [Theory]
    [InlineData(true, "Mine")]
    [InlineData(false, "Theirs")]
    public async Task Conflict_SettledByAPerson_IsAsTheySay(bool mineWins, string expected)
    {
        var lid = await ConflictAsync();

        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<PaymentLinkOperations>().SettleAsync(lid, mineWins, CancellationToken.None));
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((expected, 20000L), (Remote.Title, Remote.AmountMoney!.Minor));
        Assert.All(_bench.Store.Operations, operation => Assert.True(operation.IsFinal));
    }

    [Fact]
    public async Task Conflict_FoundOnlyByTheApi_IsOneToo()
    {
        var lid = await ReadyAsync();
        await EditAsync(lid, "Mine");

        // Between our last read and the write, so that only expected_version can notice.
        _bench.Flint.DuringSend = () =>
        {
            _bench.Flint.DuringSend = null;
            ChangeThere(link => link with { Title = "Theirs" });
        };
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(OperationState.Conflict, _bench.Store.Operations[^1].State);
        Assert.Equal("Theirs", Remote.Title);
    }

    [Fact]
    public async Task Pause_BehindAConflict_IsNotHeldUp()
    {
        var lid = await ConflictAsync();

        await _bench.Get<PaymentLinkOperations>().SetActiveAsync(lid, isActive: false, CancellationToken.None);
        await _bench.CycleAsync();

        Assert.False(Remote.IsActive);
        Assert.Equal(RecordState.ConflictNeedsYou, (await _bench.LinkAsync(lid))!.State);
    }

    [Fact]
    public async Task Pause_BehindAnEditThatKeepsFailing_IsNotHeldUp()
    {
        var lid = await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        await _bench.EditLinkAsync(lid, "Another title");
        _bench.Flint.Fail(FlintFault.ErrorBeforeWork);
        await _bench.CycleAsync();

        await _bench.Get<PaymentLinkOperations>().SetActiveAsync(lid, isActive: false, CancellationToken.None);
        await _bench.CycleAsync();
        Assert.False(Remote.IsActive);

        // And the edit is done all the same, on the version that the pause made.
        await _bench.RunAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(("Another title", false), (Remote.Title, Remote.IsActive));
        Assert.All(_bench.Store.Operations, operation => Assert.True(operation.IsFinal));
    }

    [Theory]
    [InlineData(true, "Mine")]
    [InlineData(false, "Theirs")]
    public async Task Conflict_WithALaterEditBehindIt_CanBeSettledAndTheLaterOneFollows(bool mineWins, string expected)
    {
        var lid = await ConflictWithALaterEditAsync();
        Assert.Equal(RecordState.ConflictNeedsYou, (await _bench.LinkAsync(lid))!.State);

        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<PaymentLinkOperations>().SettleAsync(lid, mineWins, CancellationToken.None));
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((expected, 20000L), (Remote.Title, Remote.AmountMoney!.Minor));
        Assert.All(_bench.Store.Operations, operation => Assert.True(operation.IsFinal));
    }

    [Fact]
    public async Task Conflict_Discarded_LeavesTheirWordAndLetsTheLaterEditFollow()
    {
        var lid = await ConflictWithALaterEditAsync();
        var conflict = (await _bench.LinkAsync(lid))!.OpenEdit!;

        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<OutboxOperations>().DiscardAsync(conflict.Id, CancellationToken.None));
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(("Theirs", 20000L), (Remote.Title, Remote.AmountMoney!.Minor));
        Assert.All(_bench.Store.Operations, operation => Assert.True(operation.IsFinal));
    }

    [Fact]
    public async Task Edit_BehindOneThatIsFrozen_ShowsBoth()
    {
        var lid = await FrozenEditAsync();

        await EditAsync(lid, "Mine", 20000);

        var link = (await _bench.LinkAsync(lid))!;
        Assert.Equal(("Mine", 20000L), (link.Title, link.AmountMoney!.Minor));
        Assert.Equal(3, _bench.Store.Operations.Count);
    }

    [Fact]
    public async Task Corrected_EditWithALaterOneBehindIt_TakesThatOneAlong()
    {
        var lid = await FrozenEditAsync();
        await EditAsync(lid, "Mine", 20000);
        _bench.Flint.Fail(FlintFault.Refused);
        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(OperationState.Refused, _bench.Store.Operations[1].State);

        await EditAsync(lid, "Corrected", 17500);
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(("Corrected", 17500L), (Remote.Title, Remote.AmountMoney!.Minor));
        Assert.All(_bench.Store.Operations, operation => Assert.True(operation.IsFinal));
    }

    [Fact]
    public async Task Edit_ThatChangesNothing_MakesNoOperation()
    {
        var lid = await ReadyAsync();

        await EditAsync(lid, " Collect membership dues ");

        Assert.Single(_bench.Store.Operations);
    }

    [Fact]
    public async Task Edit_PriceOfAPageWithSeveralLines_IsRefusedByName()
    {
        var lid = await ReadyAsync();
        ChangeThere(link => link with { Line = null });
        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        var invalid = Assert.IsType<SaveOutcome.Invalid>(await _bench.Get<PaymentLinkOperations>().EditAsync(lid, Draft("Collect membership dues", 1), CancellationToken.None));

        Assert.Equal(("amount", Core.Validation.FieldProblem.Fixed), (Assert.Single(invalid.Errors).Field, invalid.Errors[0].Problem));
    }

    [Fact]
    public async Task EditCheckout_BeforeItWasSent_ChangesTheOneOperation()
    {
        var lid = await _bench.ChargeAsync();
        var draft = new CheckoutDraft { LineItems = [new LineItem("Event registration", 2, Usd(15000))] };

        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<CheckoutOperations>().EditAsync(lid, draft, CancellationToken.None));
        await _bench.CycleAsync();

        Assert.Equal(30000, Assert.Single(_bench.Flint.Ledger.OfType<OrderSnapshot>()).TotalMoney.Minor);
    }

    [Fact]
    public async Task EditCheckout_OnceSent_IsTooLate()
    {
        var lid = await _bench.ChargeAsync();
        await _bench.CycleAsync();

        Assert.IsType<SaveOutcome.TooLate>(await _bench.Get<CheckoutOperations>().EditAsync(lid, new CheckoutDraft { LineItems = [new LineItem("X", 1, Usd(1))] }, CancellationToken.None));
    }

    public void Dispose() => _bench.Dispose();

    private PaymentLinkSnapshot Remote => _bench.Flint.Ledger.OfType<PaymentLinkSnapshot>().Single();

    private static Money Usd(long minor) => new(minor, Currency.Of("USD"));

    private static PaymentLinkDraft Draft(string title, long minor) => new(title, Usd(minor));

    private void ChangeThere(Func<PaymentLinkSnapshot, PaymentLinkSnapshot> change) => _bench.Flint.Change(Remote.RemoteId, change);

    private async Task EditAsync(string lid, string title, long minor = 15000) =>
        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<PaymentLinkOperations>().EditAsync(lid, Draft(title, minor), CancellationToken.None));

    private async Task<string> ReadyAsync()
    {
        var lid = await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        return lid;
    }

    // Its bytes were made for a request that never connected.
    private async Task<string> FrozenEditAsync()
    {
        var lid = await ReadyAsync();
        _bench.Flint.Fail(FlintFault.NotSent);
        await EditAsync(lid, "Mine");
        await _bench.CycleAsync();
        Assert.NotNull(_bench.Store.Operations[1].Wire);
        return lid;
    }

    private async Task<string> ConflictWithALaterEditAsync()
    {
        var lid = await FrozenEditAsync();
        await EditAsync(lid, "Mine", 20000);
        ChangeThere(link => link with { Title = "Theirs" });
        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(OperationState.Conflict, _bench.Store.Operations[1].State);
        return lid;
    }

    private async Task<string> ConflictAsync()
    {
        var lid = await ReadyAsync();
        _bench.Flint.IsDown = true;
        await EditAsync(lid, "Mine", 20000);
        ChangeThere(link => link with { Title = "Theirs" });
        _bench.Flint.IsDown = false;
        await _bench.RunAsync(TimeSpan.FromMinutes(2));
        return lid;
    }
}
