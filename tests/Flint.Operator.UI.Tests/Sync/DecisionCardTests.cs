using Bunit;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;
using Flint.Operator.UI.Sync;

namespace Flint.Operator.UI.Tests.Sync;

/// <summary>What the outbox offers where a person must decide.</summary>
public sealed class DecisionCardTests : ScreenTest
{
    [Fact]
    public async Task Refused_Link_ShowsTheReasonAndLeadsToTheForm()
    {
        var view = await OpenRefusedAsync();

        Assert.Equal("refused-needs-you", view.Find("[data-testid=state]").GetAttribute("data-state"));
        Assert.Contains("Collect membership dues · $150.00", view.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.Contains("VALIDATION_ERROR it is.", view.Find("[data-testid=error]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/links/new?fix={Bench.Store.Operations[0].Id}", view.Find("[data-testid=outbox-fix]").GetAttribute("href"));
    }

    [Fact]
    public async Task Discard_Asked_SaysThatItIsTheOnlyCopyAndDoesNothingYet()
    {
        var view = await OpenRefusedAsync();

        await view.Find("[data-testid=outbox-discard]").ClickAsync();

        var ask = view.Find("[role=alertdialog]");
        Assert.Equal(ask.QuerySelector("p")!.Id, ask.GetAttribute("aria-labelledby"));
        Assert.Contains("this device holds the only copy", ask.TextContent, StringComparison.Ordinal);
        Assert.Equal(OperationState.Refused, Bench.Store.Operations.Single().State);
    }

    [Fact]
    public async Task Discard_Kept_ChangesNothingAndPutsTheActionsBack()
    {
        var view = await OpenRefusedAsync();
        await view.Find("[data-testid=outbox-discard]").ClickAsync();

        await view.Find("[role=alertdialog]").KeyDownAsync("Escape");

        Assert.Empty(view.FindAll("[role=alertdialog]"));
        Assert.NotNull(view.Find("[data-testid=outbox-discard]"));
        Assert.Equal(OperationState.Refused, Bench.Store.Operations.Single().State);
    }

    [Fact]
    public async Task Discard_Confirmed_EmptiesTheOutbox()
    {
        var view = await OpenRefusedAsync();
        await view.Find("[data-testid=outbox-discard]").ClickAsync();

        await view.Find("[data-testid=outbox-discard-yes]").ClickAsync();

        await view.WaitForAssertionAsync(() => Assert.Contains("Nothing waits.", view.Markup, StringComparison.Ordinal));
        Assert.Equal("Discarded.", view.Find("[role=status]").TextContent);
        Assert.Equal(OperationState.Dropped, Bench.Store.Operations.Single().State);
    }

    [Fact]
    public async Task Refused_ChangeOfALink_IsNoOnlyCopyAndHasNoForm()
    {
        var lid = await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        await Bench.Get<PaymentLinkOperations>().SetActiveAsync(lid, false, CancellationToken.None);
        Bench.Flint.Fail(FlintFault.Refused);
        await Bench.CycleAsync();
        var view = Render<OutboxView>();

        Assert.Empty(view.FindAll("[data-testid=outbox-fix]"));
        await view.Find("[data-testid=outbox-discard]").ClickAsync();

        Assert.Contains("what Flint already has stays as it is", view.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Triage_OldCharge_AsksWhetherTheBuyerIsStillThere()
    {
        var view = await OpenTriageAsync();

        Assert.Equal("needs-you", view.Find("[data-testid=outbox-row] [data-testid=state]").GetAttribute("data-state"));
        Assert.Contains("Is the buyer still there?", view.Markup, StringComparison.Ordinal);
        Assert.Equal(
            ["Create it now", "Make it a link", "Cancel it"],
            view.FindAll("[data-testid=outbox-release], [data-testid=outbox-convert], .acts [data-testid=outbox-cancel]").Select(button => button.TextContent));
    }

    [Fact]
    public async Task Release_OldCharge_IsCreatedWhenTheNetworkReturns()
    {
        var view = await OpenTriageAsync();
        Bench.Flint.IsDown = false;

        await view.Find("[data-testid=outbox-release]").ClickAsync();
        await Bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal([RecordKind.Order, RecordKind.CheckoutSession], Bench.Flint.Sent.Select(write => write.Kind));
        await view.WaitForAssertionAsync(() => Assert.Contains("Nothing waits.", view.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Convert_OldCharge_BecomesALinkOfTheSameTotal()
    {
        var view = await OpenTriageAsync();

        await view.Find("[data-testid=outbox-convert]").ClickAsync();

        await view.WaitForAssertionAsync(() => Assert.Contains("Create link", Assert.Single(view.FindAll("[data-testid=outbox-row]")).TextContent, StringComparison.Ordinal));
        var link = Assert.IsType<OperationIntent.CreatePaymentLink>(Bench.Store.Operations.Single(operation => !operation.IsFinal).Intent);
        Assert.Equal(new Money(20100, Currency.Of("USD")), link.Draft.AmountMoney);
    }

    [Fact]
    public async Task Cancel_OldCharge_CancelsOrderAndCheckout()
    {
        var view = await OpenTriageAsync();

        await view.Find(".acts [data-testid=outbox-cancel]").ClickAsync();

        await view.WaitForAssertionAsync(() => Assert.Contains("Nothing waits.", view.Markup, StringComparison.Ordinal));
        Assert.All(Bench.Store.Operations, operation => Assert.Equal(OperationState.Cancelled, operation.State));
    }

    [Fact]
    public async Task Triage_CheckoutOfASavedOrder_CanBeCreatedOrCancelledButIsNoLink()
    {
        Bench.Flint.Fail(FlintFault.LostReply, FlintFault.NotSent);
        await Bench.ChargeAsync();
        await Bench.CycleAsync();
        Bench.Time.Advance(TimeSpan.FromMinutes(31));
        await Bench.CycleAsync();
        await Bench.CycleAsync();
        var view = Render<OutboxView>();

        Assert.Contains("The order is saved; the checkout would be for one buyer here and now.", view.Markup, StringComparison.Ordinal);
        Assert.NotNull(view.Find("[data-testid=outbox-release]"));
        Assert.Empty(view.FindAll("[data-testid=outbox-convert]"));
        await view.Find(".acts [data-testid=outbox-cancel]").ClickAsync();

        await view.WaitForAssertionAsync(() => Assert.Contains("Nothing waits.", view.Markup, StringComparison.Ordinal));
        Assert.Equal([OperationState.Done, OperationState.Cancelled], Bench.Store.Operations.Select(operation => operation.State));
    }

    [Fact]
    public async Task Held_FoundTwice_ExplainsAndConfirmsByALook()
    {
        var view = await OpenHeldAsync();

        Assert.Contains("more than one record of this", view.Markup, StringComparison.Ordinal);
        await view.Find("[data-testid=outbox-confirm]").ClickAsync();

        var row = $"[data-testid=outbox-row][data-operation=\"{Bench.Store.Operations[1].Id}\"]";
        await view.WaitForAssertionAsync(() => Assert.Equal("checking", view.Find($"{row} [data-testid=state]").GetAttribute("data-state")));
        Assert.Equal("It is looked up at Flint now.", view.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task Held_PaidSecondRecord_SaysWhatEachAnswerDoes()
    {
        await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        Bench.Flint.Add((PaymentLinkSnapshot)Bench.Flint.Ledger[0] with { RemoteId = "pl_twin", CompletedCount = 1, CreatedAt = null, UpdatedAt = null });
        await Bench.RunAsync(TimeSpan.FromMinutes(2));
        var view = Render<OutboxView>();

        Assert.Contains("a second record of the same payment", view.Markup, StringComparison.Ordinal);
        await view.Find("[data-testid=outbox-discard]").ClickAsync();
        Assert.Contains("stays at Flint as it is", view.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        await view.Find("[data-testid=outbox-discard-yes]").ClickAsync();

        await view.WaitForAssertionAsync(() => Assert.Contains("Nothing waits.", view.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Conflict_Discarded_GivesUpTheChange()
    {
        var lid = await Bench.ConflictAsync();
        var view = Render<OutboxView>();
        await view.WaitForAssertionAsync(() => Assert.NotEmpty(view.FindAll("[data-testid=conflict-mine]")));

        await view.Find("[data-testid=outbox-discard]").ClickAsync();
        Assert.Contains("Flint keeps the link as it is there", view.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        await view.Find("[data-testid=outbox-discard-yes]").ClickAsync();

        await view.WaitForAssertionAsync(() => Assert.Contains("Nothing waits.", view.Markup, StringComparison.Ordinal));
        Assert.Equal("Dues, theirs", (await Bench.LinkAsync(lid))!.Title);
    }

    [Fact]
    public async Task Discard_Held_SaysThatItMayStayAtFlint()
    {
        var view = await OpenHeldAsync();

        await view.Find("[data-testid=outbox-discard]").ClickAsync();

        Assert.Contains("if not, this device holds the only copy", view.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<OutboxView>> OpenRefusedAsync()
    {
        Bench.Flint.Fail(FlintFault.Refused);
        await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        return Render<OutboxView>();
    }

    private async Task<IRenderedComponent<OutboxView>> OpenTriageAsync()
    {
        Bench.Flint.IsDown = true;
        await Bench.ChargeAsync();
        await Bench.CycleAsync();
        Bench.Time.Advance(TimeSpan.FromMinutes(31));
        Bench.Flint.IsDown = false;
        await Bench.CycleAsync();
        Bench.Flint.IsDown = true;
        return Render<OutboxView>();
    }

    private async Task<IRenderedComponent<OutboxView>> OpenHeldAsync()
    {
        await Bench.CreateLinkAsync("Done");
        await Bench.CycleAsync();
        Bench.Flint.Fail(FlintFault.LostRequest);
        await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        var twin = (PaymentLinkSnapshot)Bench.Flint.Ledger[0] with { Reference = Bench.Store.Operations[1].Reference };
        Bench.Flint.Add(twin with { RemoteId = "pl_twin_1", CompletedCount = 1 });
        Bench.Flint.Add(twin with { RemoteId = "pl_twin_2", CompletedCount = 1 });
        Bench.Time.Advance(TimeSpan.FromSeconds(5));
        await Bench.CycleAsync();
        return Render<OutboxView>();
    }
}
