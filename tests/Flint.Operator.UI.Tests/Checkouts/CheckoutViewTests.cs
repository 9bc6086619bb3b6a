using Bunit;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.UI.Checkouts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.Checkouts;

public sealed class CheckoutViewTests : ScreenTest
{
    private string Path => new Uri(Services.GetRequiredService<NavigationManager>().Uri).AbsolutePath;

    [Fact]
    public async Task Charge_AmountChargeQr_IsThreeTaps()
    {
        var view = Render<NewCheckoutView>();
        await view.Find("[data-testid=amount-input]").InputAsync("20.50");

        await view.Find("[data-testid=checkout-charge]").ClickAsync();

        Assert.StartsWith("/checkouts/", Path, StringComparison.Ordinal);
        Assert.Equal(2, Bench.Store.Operations.Count);
    }

    [Fact]
    public async Task Charge_DoubleTap_ChargesOnce()
    {
        var view = Render<NewCheckoutView>();
        await view.Find("[data-testid=amount-input]").InputAsync("20.50");

        await view.Find("[data-testid=checkout-charge]").ClickAsync();
        await view.Find("[data-testid=checkout-charge]").ClickAsync();

        Assert.Equal(2, Bench.Store.Operations.Count);
    }

    [Fact]
    public void Charge_NothingKeyed_CannotBeTapped() => Assert.True(Render<NewCheckoutView>().Find("[data-testid=checkout-charge]").HasAttribute("disabled"));

    [Fact]
    public async Task Charge_TipUnreadable_SaysSoAndWaits()
    {
        var view = Render<NewCheckoutView>();
        await view.Find("[data-testid=amount-input]").InputAsync("20.50");
        await view.Find("[data-testid=tip-choice-custom]").ChangeAsync(true);

        await view.Find("[data-testid=tip-value]").InputAsync("some");

        Assert.Contains("cannot be read", view.Find("[data-testid=error]").TextContent, StringComparison.Ordinal);
        Assert.True(view.Find("[data-testid=checkout-charge]").HasAttribute("disabled"));

        await view.Find("[data-testid=tip-value]").InputAsync("10");
        await view.Find("[data-testid=checkout-charge]").ClickAsync();

        Assert.Equal(10, (await Bench.CheckoutAsync(Path.Split('/')[^1])).Order.Draft.TipPercent);
    }

    [Fact]
    public async Task Charge_TheSameAgain_AsksAndOneTapGoesOn()
    {
        await ChargeAsync("5.00");
        var view = await ChargeAsync("5.00");

        var question = view.Find("[data-testid=charge-hint]");
        Assert.Contains("Another one? Sale for $5.00 was charged", question.TextContent, StringComparison.Ordinal);
        Assert.Equal(Path, view.Find("[data-testid=charge-hint-first]").GetAttribute("href"));
        Assert.Empty(view.FindAll("[data-testid=checkout-charge]"));
        Assert.Equal(2, Bench.Store.Operations.Count);

        await view.Find("[data-testid=charge-hint-yes]").ClickAsync();

        Assert.Equal(4, Bench.Store.Operations.Count);
        Assert.EndsWith(Bench.Store.Operations[2].Lid, Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charge_TenTimesTheUsual_AsksAndLetsTheAmountBeChecked()
    {
        foreach (var amount in new[] { "4", "5", "6", "5.50", "4.50" })
        {
            await ChargeAsync(amount);
        }

        var view = await ChargeAsync("50");
        Assert.Contains("Ten times? $50.00 is ten times or more what is usually charged here ($5.00).", view.Find("[data-testid=charge-hint]").TextContent, StringComparison.Ordinal);

        await view.Find("[data-testid=charge-hint-no]").ClickAsync();

        Assert.Empty(view.FindAll("[data-testid=charge-hint]"));
        Assert.Equal("Charge $50.00", view.Find("[data-testid=checkout-charge]").TextContent);
        Assert.Equal(10, Bench.Store.Operations.Count);
    }

    [Fact]
    public async Task Charge_AtADiscount_ShowsItBesideTheTotalHereAndAfterwards()
    {
        Bench.Flint.IsDown = true;
        var view = Render<NewCheckoutView>();
        await view.Find("[data-testid=amount-input]").InputAsync("20.50");
        await view.Find("[data-testid=discount-value]").InputAsync("10");
        Assert.Contains("Discount, 10 %", view.Markup, StringComparison.Ordinal);
        Assert.Equal("Charge $18.45", view.Find("[data-testid=checkout-charge]").TextContent);

        await view.Find("[data-testid=discount-value-money]").ChangeAsync(true);
        await view.Find("[data-testid=discount-value]").InputAsync("2.00");
        await view.Find("[data-testid=discount-name]").InputAsync("Members");
        await view.Find("[data-testid=checkout-charge]").ClickAsync();

        var detail = RenderDetail(Path.Split('/')[^1]);
        Assert.Contains("Members", detail.Markup, StringComparison.Ordinal);
        Assert.Contains("-$2.00", detail.Markup, StringComparison.Ordinal);
        Assert.Contains("$18.50", detail.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charge_DiscountOverTheTotal_SaysSoAtItsField()
    {
        var view = Render<NewCheckoutView>();
        await view.Find("[data-testid=amount-input]").InputAsync("20.50");
        await view.Find("[data-testid=discount-value-money]").ChangeAsync(true);

        await view.Find("[data-testid=discount-value]").InputAsync("30");

        Assert.Equal("true", view.Find("[data-testid=discount-value]").GetAttribute("aria-invalid"));
        Assert.Contains("at most $20.49", view.Find("[data-testid=error]").TextContent, StringComparison.Ordinal);
        Assert.True(view.Find("[data-testid=checkout-charge]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Charge_TipInMoney_IsCharged()
    {
        var view = Render<NewCheckoutView>();
        await view.Find("[data-testid=amount-input]").InputAsync("20.50");
        await view.Find("[data-testid=tip-choice-custom]").ChangeAsync(true);
        await view.Find("[data-testid=tip-value-money]").ChangeAsync(true);
        await view.Find("[data-testid=tip-value]").InputAsync("3");

        await view.Find("[data-testid=checkout-charge]").ClickAsync();

        Assert.Equal(300, (await Bench.CheckoutAsync(Path.Split('/')[^1])).Order.Draft.TipMoney!.Minor);
    }

    [Fact]
    public async Task Detail_Waiting_ShowsNoQrAndTheLines()
    {
        Bench.Flint.IsDown = true;
        var view = RenderDetail(await Bench.ChargeAsync());

        Assert.Empty(view.FindAll("[data-testid=qr]"));
        Assert.Equal("waiting-to-send", StateOf(view));
        Assert.Contains("T-shirt, M × 2", view.Markup, StringComparison.Ordinal);
        Assert.Contains("estimated", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_TheStory_TurnsReadyThenPaidByItself()
    {
        var view = RenderDetail(await Bench.ChargeAsync());
        await Bench.CycleAsync();
        await view.WaitForAssertionAsync(() => Assert.Equal("ready", StateOf(view)));
        Assert.Contains("#checkout_token=", view.Find("[data-testid=qr]").GetAttribute("data-url"), StringComparison.Ordinal);

        Bench.Flint.Pay(Bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Single().RemoteId);
        await Bench.RunAsync(TimeSpan.FromSeconds(10));

        await view.WaitForAssertionAsync(() => Assert.Equal("paid", StateOf(view)));
        Assert.Empty(view.FindAll("[data-testid=qr]"));
        Assert.Contains("Paid", view.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_Checking_NeverSaysTryAgain()
    {
        Bench.Flint.Fail(FlintFault.LostRequest);
        var lid = await Bench.ChargeAsync();
        await Bench.CycleAsync();

        var view = RenderDetail(lid);

        Assert.Equal("checking", StateOf(view));
        Assert.DoesNotContain("try again", view.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("unpaid", view.Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Detail_Refused_LeadsToTheCorrection()
    {
        Bench.Flint.Fail(FlintFault.Refused);
        var lid = await Bench.ChargeAsync();
        await Bench.CycleAsync();

        var view = RenderDetail(lid);

        Assert.Equal($"/checkouts/new?fix={Bench.Store.Operations[0].Id}", view.Find("[data-testid=outcome-next]").GetAttribute("href"));
    }

    [Fact]
    public async Task Detail_Close_EndsTheSession()
    {
        var lid = await Bench.ChargeAsync();
        await Bench.CycleAsync();
        var view = RenderDetail(lid);

        await view.Find("[data-testid=checkout-close]").ClickAsync();
        await Bench.CycleAsync();

        await view.WaitForAssertionAsync(() => Assert.Equal("closed", StateOf(view)));
        Assert.Empty(view.FindAll("[data-testid=qr]"));
    }

    [Fact]
    public async Task Detail_RefusedSessionDiscarded_SaysThatTheOrderStaysAndOffersANewOne()
    {
        Bench.Flint.DuringSend = () =>
        {
            Bench.Flint.DuringSend = null;
            Bench.Flint.Fail(FlintFault.Refused);
        };
        var lid = await Bench.ChargeAsync();
        await Bench.CycleAsync();
        await Bench.Get<OutboxOperations>().DiscardAsync(Bench.Store.Operations[1].Id, CancellationToken.None);
        var view = RenderDetail(lid);

        Assert.Contains("No checkout for this order", view.Find("[data-testid=outcome]").TextContent, StringComparison.Ordinal);
        Assert.Empty(view.FindAll("[data-testid=outcome-next]"));
        await view.Find("[data-testid=checkout-renew]").ClickAsync();
        await Bench.CycleAsync();

        await view.WaitForAssertionAsync(() => Assert.Equal("ready", StateOf(view)));
    }

    private async Task<IRenderedComponent<NewCheckoutView>> ChargeAsync(string amount)
    {
        var view = Render<NewCheckoutView>();
        await view.Find("[data-testid=amount-input]").InputAsync(amount);
        await view.Find("[data-testid=checkout-charge]").ClickAsync();
        return view;
    }

    private static string? StateOf(IRenderedComponent<CheckoutView> view) => view.Find("[data-testid=state]").GetAttribute("data-state");

    private IRenderedComponent<CheckoutView> RenderDetail(string lid) => Render<CheckoutView>(p => p.Add(v => v.Lid, lid));
}
