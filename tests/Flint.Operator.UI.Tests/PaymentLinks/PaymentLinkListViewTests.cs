using Bunit;
using Flint.Operator.UI.PaymentLinks;

namespace Flint.Operator.UI.Tests.PaymentLinks;

public sealed class PaymentLinkListViewTests : ScreenTest
{
    [Fact]
    public void Open_NoLink_SaysWhatALinkIsForAndOffersOne()
    {
        var view = Render<PaymentLinkListView>();

        Assert.Contains("No payment links yet", view.Markup, StringComparison.Ordinal);
        Assert.Equal("/links/new", view.Find(".empty a").GetAttribute("href"));
        Assert.Empty(view.FindAll("[data-testid=row], [data-testid=rows-search]"));
    }

    [Fact]
    public async Task Open_LinksAndACheckout_ShowsOnlyTheLinksNewestFirst()
    {
        var (first, second) = await TwoLinksAsync();
        await Bench.ChargeAsync();

        Assert.Equal([second, first], Lids(Render<PaymentLinkListView>()));
    }

    [Theory]
    [InlineData("DEPOSIT", "Deposit")]
    [InlineData(" 150 ", "Collect membership dues")]
    public async Task Search_TitleOrAmount_LeavesWhatMatches(string wanted, string found)
    {
        await TwoLinksAsync();
        var view = Render<PaymentLinkListView>();

        await view.Find("[data-testid=rows-search]").InputAsync(wanted);

        Assert.Contains(found, Assert.Single(view.FindAll("[data-testid=row]")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadMore_MoreThanAPage_ShowsTheRest()
    {
        for (var i = 0; i < 51; i++)
        {
            await Bench.CreateLinkAsync($"Link {i}");
            Bench.Time.Advance(TimeSpan.FromMilliseconds(5));
        }

        var view = Render<PaymentLinkListView>();
        Assert.Equal(50, Lids(view).Count);

        await view.Find("[data-testid=load-more]").ClickAsync();

        await view.WaitForAssertionAsync(() => Assert.Equal(51, Lids(view).Count));
        Assert.Empty(view.FindAll("[data-testid=load-more]"));
    }

    [Fact]
    public async Task Detail_ListBesideIt_MarksTheOneThatIsOpenAndCountsNoStateTwice()
    {
        var (first, second) = await TwoLinksAsync();

        var view = Render<PaymentLinkView>(p => p.Add(v => v.Lid, first));

        Assert.Equal([second, first], view.FindAll("[data-testid=beside-row]").Select(row => row.GetAttribute("data-lid")));
        Assert.Equal(first, Assert.Single(view.FindAll("[aria-current]"), row => row.HasAttribute("data-lid")).GetAttribute("data-lid"));
        Assert.Single(view.FindAll("[data-testid=state]"));
    }

    private static List<string?> Lids(IRenderedComponent<PaymentLinkListView> view) => [.. view.FindAll("[data-testid=row]").Select(row => row.GetAttribute("data-lid"))];

    private async Task<(string First, string Second)> TwoLinksAsync()
    {
        var first = await Bench.CreateLinkAsync();
        Bench.Time.Advance(TimeSpan.FromSeconds(1));
        return (first, await Bench.CreateLinkAsync("Deposit", 32000));
    }
}
