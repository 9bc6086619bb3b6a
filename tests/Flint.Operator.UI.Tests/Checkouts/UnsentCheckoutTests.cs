using Bunit;
using Flint.Operator.Core.Sync;
using Flint.Operator.UI.Checkouts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.Checkouts;

/// <summary>What can still be done with a checkout before it leaves this device, and with one whose time is over.</summary>
public sealed class UnsentCheckoutTests : ScreenTest
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task Change_NeverSent_OpensTheFormFilledAndSavesInPlace()
    {
        Bench.Flint.IsDown = true;
        var lid = await Bench.ChargeAsync();
        Assert.Equal($"/checkouts/{lid}/edit", Detail(lid).Find("[data-testid=checkout-change]").GetAttribute("href"));
        var form = Render<NewCheckoutView>(p => p.Add(v => v.Lid, lid));
        Assert.Equal(2, form.FindAll("[data-testid=line]").Count);
        Assert.Equal("Save $201.00", form.Find("[data-testid=checkout-charge]").TextContent);

        await form.FindAll("[data-testid=line-remove]")[1].ClickAsync();
        await form.Find("[data-testid=checkout-charge]").ClickAsync();

        Assert.EndsWith($"/checkouts/{lid}", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal(2, Bench.Store.Operations.Count);
        Assert.Equal(15000, (await Bench.CheckoutAsync(lid)).Order.TotalMoney.Minor);
    }

    [Fact]
    public async Task Cancel_NeverSent_EndsWithoutACall()
    {
        Bench.Flint.IsDown = true;
        var lid = await Bench.ChargeAsync();
        var detail = Detail(lid);

        await detail.Find("[data-testid=checkout-cancel]").ClickAsync();

        await detail.WaitForAssertionAsync(() => Assert.Equal("cancelled", detail.Find("[data-testid=state]").GetAttribute("data-state")));
        Assert.Equal(0, Bench.Flint.Calls);
        Assert.Empty(detail.FindAll("[data-testid=checkout-unsent]"));
    }

    [Fact]
    public async Task Cancel_SentMeanwhile_IsNoLongerOffered()
    {
        var lid = await Bench.ChargeAsync();
        var detail = Detail(lid);
        Assert.NotEmpty(detail.FindAll("[data-testid=checkout-cancel]"));

        await Bench.CycleAsync();

        await detail.WaitForAssertionAsync(() => Assert.Empty(detail.FindAll("[data-testid=checkout-unsent]")));
    }

    [Fact]
    public async Task Change_SentWhileTheFormWasOpen_SaysTooLate()
    {
        var lid = await Bench.ChargeAsync();
        var form = Render<NewCheckoutView>(p => p.Add(v => v.Lid, lid));
        await Bench.CycleAsync();

        await form.Find("[data-testid=checkout-charge]").ClickAsync();

        Assert.Contains("Too late for that", form.Find("[data-testid=error]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renew_ExpiredWithoutANetwork_SaysThatTheNewOneWaits()
    {
        var lid = await Bench.ChargeAsync();
        await Bench.CycleAsync();
        Bench.Flint.IsDown = true;
        Bench.Time.Advance(TimeSpan.FromMinutes(31));
        var detail = Detail(lid);
        Assert.Equal("expired", detail.Find("[data-testid=state]").GetAttribute("data-state"));

        await detail.Find("[data-testid=checkout-renew]").ClickAsync();

        await detail.WaitForAssertionAsync(() => Assert.Contains("New checkout waits to be sent", detail.Find("[data-testid=outcome]").TextContent, StringComparison.Ordinal));
        Assert.Empty(detail.FindAll("[data-testid=checkout-renew]"));
        Assert.Contains("The order is at Flint and stays there.", detail.Find("[data-testid=checkout-unsent]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renew_OnceTheNetworkIsBack_ShowsANewQrForTheSameOrder()
    {
        var lid = await Bench.ChargeAsync();
        await Bench.CycleAsync();
        Bench.Flint.IsDown = true;
        Bench.Time.Advance(TimeSpan.FromMinutes(31));
        var detail = Detail(lid);
        await detail.Find("[data-testid=checkout-renew]").ClickAsync();
        Bench.Flint.IsDown = false;

        await Bench.RunAsync(TimeSpan.FromMinutes(1));

        await detail.WaitForAssertionAsync(() => Assert.NotEmpty(detail.FindAll("[data-testid=qr]")));
        Assert.Equal(2, (await Bench.CheckoutAsync(lid)).Sessions.Count);
        Assert.Single(Bench.Flint.Ledger, record => RecordCheck.KindOf(record) == RecordKind.Order);
    }

    private IRenderedComponent<CheckoutView> Detail(string lid) => Render<CheckoutView>(p => p.Add(v => v.Lid, lid));
}
