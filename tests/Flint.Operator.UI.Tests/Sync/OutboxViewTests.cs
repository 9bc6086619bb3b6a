using AngleSharp.Dom;
using Bunit;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Api;
using Flint.Operator.UI.Shell;
using Flint.Operator.UI.Sync;

namespace Flint.Operator.UI.Tests.Sync;

public sealed class OutboxViewTests : ScreenTest
{
    [Fact]
    public void Open_NothingWaits_SaysWhereEverythingIs()
    {
        var view = Render<OutboxView>();

        Assert.Contains("Nothing waits.", view.Markup, StringComparison.Ordinal);
        Assert.Contains("Everything you made is at Flint.", view.Markup, StringComparison.Ordinal);
        Assert.Empty(Rows(view));
        Assert.Empty(view.FindAll("[data-testid=outbox-send-now]"));
    }

    [Fact]
    public async Task Open_Offline_CountsAndNamesTheAgeOfTheOldest()
    {
        Bench.Flint.IsDown = true;
        await Bench.CreateLinkAsync();
        await Bench.ChargeAsync();
        Bench.Time.Advance(TimeSpan.FromMinutes(6));

        var view = Render<OutboxView>();

        Assert.Contains("3 waiting on this device", view.Markup, StringComparison.Ordinal);
        Assert.Contains("Oldest 6 min ago", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ALinkAndACheckout_ShowsThemInTapOrderWithTheSessionAfterItsOrder()
    {
        Bench.Flint.IsDown = true;
        await Bench.CreateLinkAsync();
        await Bench.ChargeAsync();

        var rows = Rows(Render<OutboxView>());

        Assert.Equal(Bench.Store.Operations.Select(operation => operation.Id), rows.Select(row => row.GetAttribute("data-operation")));
        Assert.All(rows, row => Assert.Equal("waiting-to-send", State(row)));
        Assert.Equal(["Create link · 08:00", "Create order · 08:00", "Create checkout · after the order"], rows.Select(row => row.QuerySelector("small")!.TextContent));
        Assert.Equal([true, true, false], rows.Select(row => row.QuerySelector("[data-testid=outbox-cancel]") is not null));
    }

    [Fact]
    public async Task Open_OneOfEveryKind_PutsWhatNeedsAPersonFirstAndWhatIsLookedUpNext()
    {
        // In the order of taps: an order that is looked up, its session that waits, a link that is looked up, a refused one.
        Bench.Flint.Fail(FlintFault.LostRequest);
        await Bench.ChargeAsync();
        await Bench.CycleAsync();
        Bench.Flint.Fail(FlintFault.LostRequest);
        await Bench.CreateLinkAsync("Lost");
        await Bench.CycleAsync();
        Bench.Flint.Fail(FlintFault.Refused);
        await Bench.CreateLinkAsync("Refused");
        await Bench.CycleAsync();

        var states = Rows(Render<OutboxView>()).Select(State);

        Assert.Equal(["refused-needs-you", "checking", "checking", "waiting-to-send"], states);
    }

    [Fact]
    public async Task Open_Checking_SaysWhatHappenedAndNeverToTryAgain()
    {
        Bench.Flint.Fail(FlintFault.LostRequest);
        await Bench.CreateLinkAsync();
        await Bench.CycleAsync();

        var view = Render<OutboxView>();

        var row = Assert.Single(Rows(view));
        Assert.Contains("Sent 08:00, the answer got lost. Looking it up at Flint; it will not be charged twice.", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 try.", row.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(view.FindAll("[data-testid=outbox-cancel], [data-testid=outbox-discard]"));
        Assert.DoesNotContain("try again", view.Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Open_EightFailures_HintsThatItNeedsAttention()
    {
        await Bench.CreateLinkAsync();
        Bench.Flint.Fail([.. Enumerable.Repeat(FlintFault.ErrorBeforeWork, 20)]);
        while (Bench.Store.Operations[0].Failures < 8)
        {
            await Bench.RunAsync(TimeSpan.FromMinutes(1));
        }

        var row = Assert.Single(Rows(Render<OutboxView>()));

        Assert.Contains($"Tried {Bench.Store.Operations[0].Attempts} times. It keeps trying slowly; nothing is lost.", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_OfflineForLong_DoesNotHintAtFailures()
    {
        Bench.Flint.IsDown = true;
        await Bench.CreateLinkAsync();
        await Bench.RunAsync(TimeSpan.FromMinutes(10));

        Assert.DoesNotContain("keeps trying slowly", Render<OutboxView>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendNow_TheNetworkIsBack_PromptsSyncAndSaysSo()
    {
        Bench.Flint.IsDown = true;
        await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        var view = Render<OutboxView>();
        Bench.Flint.IsDown = false;

        await view.Find("[data-testid=outbox-send-now]").ClickAsync();
        await view.WaitForAssertionAsync(() => Assert.Contains("is tried now", view.Find("[role=status]").TextContent, StringComparison.Ordinal));
        await Bench.CycleAsync();

        await view.WaitForAssertionAsync(() => Assert.Contains("Nothing waits.", view.Markup, StringComparison.Ordinal));
        Assert.Equal(OperationState.Done, Bench.Store.Operations.Single().State);
    }

    [Fact]
    public async Task Cancel_NeverSent_TakesItOffTheListWithoutACall()
    {
        Bench.Flint.IsDown = true;
        await Bench.ChargeAsync();
        var view = Render<OutboxView>();
        var cancel = view.Find("[data-testid=outbox-cancel]");
        Assert.Equal("Cancel Event registration, it was never sent", cancel.GetAttribute("aria-label"));

        await cancel.ClickAsync();

        await view.WaitForAssertionAsync(() => Assert.Empty(Rows(view)));
        Assert.Contains("Cancelled. It was never sent.", view.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.All(Bench.Store.Operations, operation => Assert.Equal(OperationState.Cancelled, operation.State));
        Assert.Equal(0, Bench.Flint.Calls);
    }

    [Fact]
    public async Task Cancel_DiskFull_SaysSoAndKeepsTheRow()
    {
        await Bench.CreateLinkAsync();
        var view = Render<OutboxView>();
        Bench.Store.FailNext(CommitOutcome.DiskFull);

        await view.Find("[data-testid=outbox-cancel]").ClickAsync();

        Assert.Contains("disk is full", view.Find("[data-testid=error]").TextContent, StringComparison.Ordinal);
        Assert.Single(view.FindAll("[data-testid=outbox-row]"));
    }

    [Fact]
    public async Task Open_WhatWaitsForAnother_SaysForWhat()
    {
        Bench.Flint.IsDown = true;
        var link = await Bench.CreateLinkAsync();
        await Bench.Get<PaymentLinkOperations>().SetActiveAsync(link, isActive: false, CancellationToken.None);

        var pause = Rows(Render<OutboxView>())[1];

        Assert.Equal("Pause link · after the link is made", pause.QuerySelector("small")!.TextContent);
    }

    [Fact]
    public async Task Open_NotPossibleYet_SaysWhyAndThatItGoesByItself()
    {
        await Bench.CreateLinkAsync();
        var later = Bench.Store.Operations[0] with { Problem = new ApiProblem { Status = 409, Code = "ORDER_COLLECTION_IN_PROGRESS", Message = "The order is being paid." } };
        await Bench.Store.CommitAsync([new StoreChange.UpdateOperation(later)], CancellationToken.None);

        var row = Assert.Single(Rows(Render<OutboxView>()));

        Assert.Contains("Not possible yet: The order is being paid. It is sent by itself later.", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_SomethingWaits_IsALinkThatDownloads()
    {
        await Bench.CreateLinkAsync();

        var export = Render<OutboxView>().Find("[data-testid=outbox-export]");

        Assert.Equal("/outbox.csv", export.GetAttribute("href"));
        Assert.True(export.HasAttribute("download"));
    }

    [Fact]
    public async Task LoadMore_MoreThanAPage_ShowsTheRest()
    {
        Bench.Flint.IsDown = true;
        for (var i = 0; i < 102; i++)
        {
            await Bench.CreateLinkAsync($"Link {i}");
        }

        var view = Render<OutboxView>();
        Assert.Equal(100, Rows(view).Count);

        await view.Find("[data-testid=load-more]").ClickAsync();

        await view.WaitForAssertionAsync(() => Assert.Equal(102, Rows(view).Count));
        Assert.Empty(view.FindAll("[data-testid=load-more]"));
    }

    [Fact]
    public async Task Open_TimePasses_TheAgeFollows()
    {
        Bench.Flint.IsDown = true;
        await Bench.CreateLinkAsync();
        var view = Render<OutboxView>();

        Bench.Time.Advance(TimeSpan.FromMinutes(3));

        await view.WaitForAssertionAsync(() => Assert.Contains("Oldest 3 min ago", view.Markup, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("offline", null, "sent by itself when the network returns")]
    [InlineData("online", "Flint refused the key.", "nothing is sent until the connection is mended")]
    public async Task Open_NothingCanLeave_SaysWhatItWaitsFor(string connectivity, string? notice, string said)
    {
        await Bench.CreateLinkAsync();

        var view = Render<OutboxView>(p => p.AddCascadingValue(new ShellStatus(true, connectivity, 1, "Maya", "Counter 2", "light", notice)));

        Assert.Contains(said, view.Find(".summary").TextContent, StringComparison.Ordinal);
    }

    private static IReadOnlyList<IElement> Rows(IRenderedComponent<OutboxView> view) => view.FindAll("[data-testid=outbox-row]");

    private static string? State(IElement row) => row.QuerySelector("[data-testid=state]")!.GetAttribute("data-state");
}
