using Bunit;
using Flint.Operator.UI.Activity;
using Flint.Operator.ViewModels.Activity;

namespace Flint.Operator.UI.Tests.Activity;

public sealed class ActivityViewTests : ScreenTest
{
    [Fact]
    public void Open_NothingMadeYet_SaysWhereToStart()
    {
        var view = Render<ActivityView>();

        Assert.Equal("/", view.Find(".empty a").GetAttribute("href"));
        Assert.Empty(view.FindAll("[data-testid=activity-search]"));
    }

    [Fact]
    public async Task Open_LinksAndCheckouts_ShowsBothNewestFirst()
    {
        var link = await Bench.CreateLinkAsync();
        Bench.Time.Advance(TimeSpan.FromSeconds(1));
        var checkout = await Bench.ChargeAsync();
        Bench.Time.Advance(TimeSpan.FromSeconds(1));
        var last = await Bench.CreateLinkAsync("Deposit", 32000);

        var view = Render<ActivityView>();

        Assert.Equal([last, checkout, link], Lids(view));
        Assert.Equal([$"/links/{last}", $"/checkouts/{checkout}", $"/links/{link}"], view.FindAll("[data-testid=row]").Select(row => row.GetAttribute("href")));
        Assert.Equal("3 results", Count(view));
    }

    [Theory]
    [InlineData("depo", "Deposit")]
    [InlineData("150.00", "Collect membership dues")]
    [InlineData("\"dues\" -", "Collect membership dues")]
    public async Task Type_WhatARowHolds_LeavesThatRowOnceTheTypingPauses(string wanted, string found)
    {
        await FillAsync();
        var view = Render<ActivityView>();

        await view.Find("[data-testid=activity-search]").InputAsync(wanted);
        Assert.Equal(2, Lids(view).Count);
        Bench.Time.Advance(ActivityViewModel.TypingPause);

        await view.WaitForAssertionAsync(() => Assert.Contains(found, Assert.Single(view.FindAll("[data-testid=row]")).TextContent, StringComparison.Ordinal));
        Assert.Equal("1 result", Count(view));
    }

    [Fact]
    public async Task Type_AnOrderNumber_FindsTheCheckout()
    {
        await Bench.CreateLinkAsync();
        var lid = await Bench.ChargeAsync();
        await Bench.RunAsync(TimeSpan.FromMinutes(1));
        var number = (await Bench.CheckoutAsync(lid)).Order.Snapshot!.Number!;
        var view = Render<ActivityView>();

        await TypeAsync(view, number);

        await view.WaitForAssertionAsync(() => Assert.Equal([lid], Lids(view)));
    }

    [Fact]
    public async Task Type_WhatNoRowHolds_SaysSoAndOneTapShowsEverythingAgain()
    {
        await FillAsync();
        var view = Render<ActivityView>();

        await TypeAsync(view, "nowhere");
        await view.WaitForAssertionAsync(() => Assert.Equal("No results", Count(view)));
        Assert.Empty(Lids(view));

        await view.Find("[data-testid=activity-all]").ClickAsync();
        Assert.Equal(2, Lids(view).Count);
        Assert.Equal("", view.Find("[data-testid=activity-search]").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Filter_TheChips_NarrowTheListTheFileAndSayThatTheyArePressed()
    {
        var (link, deposit) = await FillAsync();
        var view = Render<ActivityView>();

        await view.Find("[data-testid=filter-Waiting]").ClickAsync();
        Assert.Equal([deposit], Lids(view));
        Assert.Equal("true", view.Find("[data-testid=filter-Waiting]").GetAttribute("aria-pressed"));

        await view.Find("[data-testid=filter-Ready]").ClickAsync();
        Assert.Equal([deposit, link], Lids(view));

        await view.Find("[data-testid=filter-CheckoutSession]").ClickAsync();
        Assert.Empty(Lids(view));
        Assert.Contains("surface=CheckoutSession&states=Draft%2CWaitingToSend", view.Find("[data-testid=activity-export]").GetAttribute("href"), StringComparison.Ordinal);

        await view.Find("[data-testid=filter-CheckoutSession]").ClickAsync();
        Assert.Equal([deposit, link], Lids(view));
    }

    [Fact]
    public async Task Filter_TheDays_TakesTheDaysOfTheWallCalendar()
    {
        var old = await Bench.CreateLinkAsync();
        Bench.Time.Advance(TimeSpan.FromDays(1));
        var today = await Bench.CreateLinkAsync("Deposit", 32000);
        var view = Render<ActivityView>();
        Assert.Equal(["Today", "Yesterday"], view.FindAll("[data-testid=day]").Select(day => day.TextContent));

        await view.Find("[data-testid=filter-days]").ChangeAsync("today");
        Assert.Equal([today], Lids(view));

        await view.Find("[data-testid=filter-days]").ChangeAsync("yesterday");
        Assert.Equal([old], Lids(view));

        await view.Find("[data-testid=filter-days]").ChangeAsync("own");
        await view.Find("[data-testid=filter-last-day]").ChangeAsync("");
        Assert.Equal([today, old], Lids(view));
        await view.Find("[data-testid=filter-days]").ChangeAsync("any");
        Assert.Equal([today, old], Lids(view));
    }

    [Fact]
    public async Task Scroll_MoreThanAPage_ReadsOnUntilTheEnd()
    {
        for (var i = 0; i < 123; i++)
        {
            await Bench.CreateLinkAsync($"Link {i}");
            Bench.Time.Advance(TimeSpan.FromMilliseconds(5));
        }

        var view = Render<ActivityView>();

        // The third page is on the screen, and not all of the list: what is out of sight is not drawn.
        await view.WaitForAssertionAsync(() => Assert.InRange(Lids(view).Count, 101, 122));
        Assert.Equal(Lids(view).Count, Lids(view).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("123 results", Count(view));
    }

    [Fact]
    public async Task Open_StateChanges_IsSeenWithoutATap()
    {
        await Bench.CreateLinkAsync();
        var view = Render<ActivityView>();
        Assert.Equal("waiting-to-send", view.Find("[data-testid=state]").GetAttribute("data-state"));

        await Bench.CycleAsync();

        await view.WaitForAssertionAsync(() => Assert.Equal("ready", view.Find("[data-testid=state]").GetAttribute("data-state")));
    }

    [Fact]
    public async Task Open_TheSlashKey_LeadsToTheSearch()
    {
        await FillAsync();

        Render<ActivityView>();

        Assert.Single(JSInterop.Invocations["focusOnSlash"]);
    }

    private async Task<(string Ready, string Waiting)> FillAsync()
    {
        var ready = await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        Bench.Time.Advance(TimeSpan.FromSeconds(1));
        return (ready, await Bench.CreateLinkAsync("Deposit", 32000));
    }

    private async Task TypeAsync(IRenderedComponent<ActivityView> view, string text)
    {
        await view.Find("[data-testid=activity-search]").InputAsync(text);
        Bench.Time.Advance(ActivityViewModel.TypingPause);
    }

    private static string Count(IRenderedComponent<ActivityView> view) => view.Find("[data-testid=activity-count][role=status]").TextContent;

    private static List<string?> Lids(IRenderedComponent<ActivityView> view) => [.. view.FindAll("[data-testid=row]").Select(row => row.GetAttribute("data-lid"))];
}
