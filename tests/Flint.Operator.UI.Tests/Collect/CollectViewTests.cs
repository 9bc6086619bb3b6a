using Bunit;
using Flint.Operator.UI.Buyer;
using Flint.Operator.UI.Collect;

namespace Flint.Operator.UI.Tests.Collect;

public sealed class CollectViewTests : ScreenTest
{
    [Fact]
    public void Empty_SaysWhatToDoFirst()
    {
        var view = Render<CollectView>();

        Assert.NotNull(view.Find("[data-testid=collect-charge]"));
        Assert.NotNull(view.Find("[data-testid=collect-new-link]"));
        Assert.Contains("Nothing collected yet", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tap_WithoutANetwork_StandsInTheListAsWaiting()
    {
        Bench.Flint.IsDown = true;
        var view = Render<CollectView>();
        var lid = await Bench.ChargeAsync();

        await view.WaitForAssertionAsync(() => Assert.Equal(lid, view.Find("[data-testid=row]").GetAttribute("data-lid")));
        Assert.Equal("waiting-to-send", view.Find("[data-testid=row] [data-testid=state]").GetAttribute("data-state"));
    }

    [Fact]
    public async Task Shelf_HoldsLinksThatWorkNow()
    {
        var lid = await Bench.CreateLinkAsync();
        await Bench.CycleAsync();

        var view = Render<CollectView>();

        Assert.Equal(lid, view.Find("[data-testid=shelf-link]").GetAttribute("data-lid"));
    }

    [Fact]
    public async Task Buyer_Ready_SeesAmountHostAndQrAndNothingElse()
    {
        var lid = await Bench.ChargeAsync();
        await Bench.CycleAsync();

        var view = Render<BuyerView>(p => p.Add(v => v.Lid, lid));

        Assert.Contains("$201.00", view.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("checkout.withflintpay.com", view.Markup, StringComparison.Ordinal);
        Assert.NotNull(view.Find("[data-testid=qr]"));
        Assert.Empty(view.FindAll("[data-testid=row]"));
    }
}
