using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;
using Flint.Operator.ViewModels.Sync;

namespace Flint.Operator.ViewModels.Tests.Sync;

public sealed class OutboxViewModelTests : IDisposable
{
    private readonly ScreenBench _bench = new();

    [Fact]
    public async Task Load_ALinkAndACheckout_ListsThreeInTapOrder()
    {
        _bench.Sync.Flint.IsDown = true;
        await _bench.Sync.CreateLinkAsync();
        await _bench.Sync.ChargeAsync();
        using var screen = await OpenAsync();

        Assert.Equal(3, screen.Summary.Waiting);
        Assert.Equal([false, false, true], screen.Items.Select(item => item.WaitsForAnother));
        Assert.Equal([true, true, false], screen.Items.Select(item => item.CanCancel));
        Assert.Equal(["$150.00", "$201.00", "$201.00"], screen.Items.Select(item => item.Amount));
    }

    [Fact]
    public async Task Load_ReadyOnceItsNeedIsDone_CanBeCancelled()
    {
        await _bench.Sync.ChargeAsync();
        _bench.Sync.Flint.DuringSend = () =>
        {
            // The order goes through, and the line is gone before its session.
            _bench.Sync.Flint.DuringSend = null;
            _bench.Sync.Flint.Fail(FlintFault.NotSent);
        };
        await _bench.Sync.CycleAsync();
        using var screen = await OpenAsync();

        var session = Assert.Single(screen.Items);
        Assert.Equal((OperationState.Ready, true), (session.OperationState, session.CanCancel));
    }

    [Fact]
    public async Task Load_Refused_OffersToFixOrDiscard()
    {
        _bench.Sync.Flint.Fail(FlintFault.Refused);
        await _bench.Sync.CreateLinkAsync();
        await _bench.Sync.CycleAsync();
        using var screen = await OpenAsync();

        var item = Assert.Single(screen.Items);
        Assert.Equal(("refused-needs-you", true, true, false), (item.StateWord, item.CanFix, item.CanDiscard, item.CanCancel));
        Assert.Equal($"/links/new?fix={item.OperationId}", item.FixHref);
        Assert.Equal("VALIDATION_ERROR", item.Problem!.Code);
    }

    [Fact]
    public async Task Discard_Refused_EmptiesTheOutboxAndKeepsTheRow()
    {
        _bench.Sync.Flint.Fail(FlintFault.Refused);
        await _bench.Sync.CreateLinkAsync();
        await _bench.Sync.CycleAsync();
        using var screen = await OpenAsync();

        await screen.DiscardCommand.ExecuteAsync(screen.Items[0].OperationId);
        await screen.LoadAsync(CancellationToken.None);

        Assert.Empty(screen.Items);
        Assert.Equal(OperationState.Dropped, _bench.Sync.Store.Operations.Single().State);
    }

    [Fact]
    public async Task Cancel_AfterItWasSent_SaysTooLate()
    {
        await _bench.Sync.CreateLinkAsync();
        using var screen = await OpenAsync();
        await _bench.Sync.CycleAsync();

        await screen.CancelCommand.ExecuteAsync(_bench.Sync.Store.Operations[0].Id);

        Assert.IsType<SaveOutcome.TooLate>(screen.Failure);
    }

    [Fact]
    public async Task Load_Checking_CanOnlyBeHurried()
    {
        _bench.Sync.Flint.Fail(FlintFault.LostRequest);
        await _bench.Sync.CreateLinkAsync();
        await _bench.Sync.CycleAsync();
        using var screen = await OpenAsync();

        var item = Assert.Single(screen.Items);
        Assert.Equal(("checking", false, false, false, true), (item.StateWord, item.CanCancel, item.CanDiscard, item.CanFix, item.CanSendNow));
    }

    [Fact]
    public async Task Load_WaitingForADay_NeedsAttentionHoweverFewItsFailures()
    {
        _bench.Sync.Flint.IsDown = true;
        await _bench.Sync.CreateLinkAsync();
        using var screen = await OpenAsync();
        Assert.False(screen.Items[0].NeedsAttention);

        _bench.Sync.Time.Advance(TimeSpan.FromHours(25));
        await screen.LoadAsync(CancellationToken.None);

        Assert.True(screen.Items[0].NeedsAttention);
    }

    [Fact]
    public async Task Load_RefusedEdit_IsTheOnlyCopyAndLeadsToItsForm()
    {
        var lid = await _bench.Sync.CreateLinkAsync();
        await _bench.Sync.CycleAsync();
        _bench.Sync.Flint.Fail(FlintFault.Refused);
        await _bench.Sync.EditLinkAsync(lid, "Dues 2027");
        await _bench.Sync.CycleAsync();
        using var screen = await OpenAsync();

        var item = Assert.Single(screen.Items);
        Assert.Equal((true, true, $"/links/{lid}/edit"), (item.CanFix, item.IsOnlyCopy, item.FixHref));
    }

    [Fact]
    public async Task Load_Conflict_NeedsAPersonAndCannotBeDiscarded()
    {
        await _bench.Sync.ConflictAsync();
        using var screen = await OpenAsync();

        var item = Assert.Single(screen.Items);
        Assert.Equal(("conflict-needs-you", true, true, true), (item.StateWord, item.NeedsPerson, item.IsConflict, item.CanDiscard));
    }

    [Fact]
    public async Task ConfirmAll_CopiedDatabase_LooksUpEverythingThatWasHeld()
    {
        _bench.Sync.Flint.IsDown = true;
        await _bench.Sync.CreateLinkAsync("One");
        await _bench.Sync.CreateLinkAsync("Two");
        await _bench.Sync.CycleAsync();
        await _bench.Sync.CopyAsync();
        using var screen = await OpenAsync();
        Assert.All(screen.Items, item => Assert.True(item is { IsHeldTogether: true, Hold: HoldReason.CopiedDatabase, CanConfirm: true }));

        await screen.ConfirmAllCommand.ExecuteAsync(HoldReason.CopiedDatabase);
        await screen.LoadAsync(CancellationToken.None);

        Assert.Equal(OutboxDeed.ConfirmedAll, screen.Done);
        Assert.All(screen.Items, item => Assert.Equal("checking", item.StateWord));
    }

    public void Dispose() => _bench.Dispose();

    private async Task<OutboxViewModel> OpenAsync()
    {
        var screen = _bench.OpenPlain<OutboxViewModel>();
        await screen.LoadAsync(CancellationToken.None);
        return screen;
    }
}
