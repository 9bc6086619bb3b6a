using Bunit;
using Flint.Operator.UI.Activity;

namespace Flint.Operator.UI.Tests.Activity;

public sealed class ActivityViewTests : ScreenTest
{
    [Fact]
    public void Open_NothingMadeYet_SaysWhereToStart()
    {
        var view = Render<ActivityView>();

        Assert.Equal("/", view.Find(".empty a").GetAttribute("href"));
        Assert.Empty(view.FindAll("[data-testid=rows-search]"));
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
    }

    [Theory]
    [InlineData("deposit", "Deposit")]
    [InlineData("150.00", "Collect membership dues")]
    [InlineData("waiting", "Deposit")]
    public async Task Search_TitleAmountOrState_LeavesWhatMatches(string wanted, string found)
    {
        await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        Bench.Time.Advance(TimeSpan.FromSeconds(1));
        await Bench.CreateLinkAsync("Deposit", 32000);
        var view = Render<ActivityView>();

        await view.Find("[data-testid=rows-search]").InputAsync(wanted);

        Assert.Contains(found, Assert.Single(view.FindAll("[data-testid=row]")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_OrderNumber_FindsTheCheckout()
    {
        await Bench.CreateLinkAsync();
        var lid = await Bench.ChargeAsync();
        await Bench.RunAsync(TimeSpan.FromMinutes(1));
        var number = (await Bench.CheckoutAsync(lid)).Order.Snapshot!.Number!;
        var view = Render<ActivityView>();

        await view.Find("[data-testid=rows-search]").InputAsync(number);

        Assert.Equal([lid], Lids(view));
    }

    [Fact]
    public async Task Search_NoMatch_SaysSoPolitely()
    {
        await Bench.CreateLinkAsync();
        var view = Render<ActivityView>();

        await view.Find("[data-testid=rows-search]").InputAsync("nowhere");

        Assert.Empty(Lids(view));
        Assert.Contains("Nothing here matches.", view.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadMore_MoreThanAPage_ShowsTheRest()
    {
        for (var i = 0; i < 53; i++)
        {
            await Bench.CreateLinkAsync($"Link {i}");
            Bench.Time.Advance(TimeSpan.FromMilliseconds(5));
        }

        var view = Render<ActivityView>();
        Assert.Equal(50, Lids(view).Count);

        await view.Find("[data-testid=load-more]").ClickAsync();

        await view.WaitForAssertionAsync(() => Assert.Equal(53, Lids(view).Count));
        Assert.Empty(view.FindAll("[data-testid=load-more]"));
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

    private static List<string?> Lids(IRenderedComponent<ActivityView> view) => [.. view.FindAll("[data-testid=row]").Select(row => row.GetAttribute("data-lid"))];
}
