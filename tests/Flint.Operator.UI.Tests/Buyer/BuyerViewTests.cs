using Bunit;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.UI.Buyer;

namespace Flint.Operator.UI.Tests.Buyer;

public sealed class BuyerViewTests : ScreenTest
{
    [Fact]
    public async Task Show_NotSentYet_AsksTheBuyerToWaitAndNamesEverythingTheyPayFor()
    {
        Bench.Flint.IsDown = true;
        var lid = await Bench.ChargeAsync();

        var view = Render<BuyerView>(p => p.Add(v => v.Lid, lid));

        Assert.Empty(view.FindAll("[data-testid=qr]"));
        Assert.StartsWith("One moment", view.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Event registration + 1", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_PaidMeanwhile_ThanksTheBuyerByItself()
    {
        var lid = await Bench.ChargeAsync();
        await Bench.CycleAsync();
        var view = Render<BuyerView>(p => p.Add(v => v.Lid, lid));

        Bench.Flint.Pay(Bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Single().RemoteId);
        await Bench.RunAsync(TimeSpan.FromSeconds(10));

        await view.WaitForAssertionAsync(() => Assert.Equal("Paid. Thank you!", view.Find("[role=status]").TextContent));
        Assert.Empty(view.FindAll("[data-testid=qr]"));
    }

    [Fact]
    public async Task Show_Leave_LeadsBackToTheCheckout()
    {
        var lid = await Bench.ChargeAsync();

        var view = Render<BuyerView>(p => p.Add(v => v.Lid, lid));

        Assert.Equal($"/checkouts/{lid}", view.Find("[data-testid=buyer-leave]").GetAttribute("href"));
    }
}
