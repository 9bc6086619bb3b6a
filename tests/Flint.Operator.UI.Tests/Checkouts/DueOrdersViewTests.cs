using Bunit;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Testing.Stores;
using Flint.Operator.UI.Checkouts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.Checkouts;

/// <summary>An order that exists is chosen from the charge screen, and what is due of it is collected.</summary>
public sealed class DueOrdersViewTests : ScreenTest
{
    private string Path => new Uri(Services.GetRequiredService<NavigationManager>().Uri).AbsolutePath;

    [Fact]
    public async Task ChargeScreen_New_LeadsToTheOrdersAndKeepsItsPlaceWhileKeying()
    {
        var charge = Render<NewCheckoutView>();
        await charge.Find("[data-testid=amount-input]").InputAsync("5");

        Assert.Equal("/checkouts/new/order", charge.Find("[data-testid=charge-from-order]").GetAttribute("href"));
    }

    [Fact]
    public async Task ChargeScreen_ForAChange_IsAboutItsOwnOrderAlone()
    {
        Bench.Flint.IsDown = true;
        var lid = await Bench.ChargeAsync();

        Assert.Empty(Render<NewCheckoutView>(p => p.Add(v => v.Lid, lid)).FindAll("[data-testid=charge-from-order]"));
    }

    [Fact]
    public async Task List_PartlyPaid_ShowsTotalPaidAndDue()
    {
        await PullAsync(PartlyPaid("ord_1", "Roof inspection"));

        var view = Render<DueOrdersView>();

        Assert.Equal("Collect $100.00", view.Find("[data-testid=row]").TextContent.Trim());
        var row = view.Find("li").TextContent;
        Assert.Contains("Order 1001", row, StringComparison.Ordinal);
        Assert.Contains("total $165.00", row, StringComparison.Ordinal);
        Assert.Contains("paid $65.00", row, StringComparison.Ordinal);
        Assert.Contains("seen", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Collect_Offline_OpensTheCheckoutThatWaits()
    {
        await PullAsync(PartlyPaid("ord_1", "Roof inspection"));
        Bench.Flint.IsDown = true;
        var view = Render<DueOrdersView>();
        var lid = view.Find("[data-testid=row]").GetAttribute("data-lid")!;

        await view.Find("[data-testid=row]").ClickAsync();

        Assert.Equal($"/checkouts/{lid}", Path);
        Assert.True((await Bench.CheckoutAsync(lid)).IsCollectingAt(Bench.Time.GetUtcNow()));
    }

    [Fact]
    public async Task Collect_SessionOpenAlready_SaysSoAndOpensIt()
    {
        var lid = await Bench.ChargeAsync();
        await Bench.CycleAsync();
        var view = Render<DueOrdersView>();
        Assert.Equal("Show checkout, $201.00", view.Find("[data-testid=row]").TextContent.Trim());

        await view.Find("[data-testid=row]").ClickAsync();

        Assert.Equal($"/checkouts/{lid}", Path);
        Assert.Equal(2, Bench.Store.Operations.Count);
    }

    [Fact]
    public async Task Search_ByALine_FindsItAndSaysWhenNothingMatches()
    {
        await PullAsync(PartlyPaid("ord_1", "Roof inspection"), PartlyPaid("ord_2", "Garden work"));
        var view = Render<DueOrdersView>();
        Assert.Equal(2, view.FindAll("[data-testid=row]").Count);

        await view.Find("[data-testid=due-search]").InputAsync("roof");
        await view.WaitForAssertionAsync(() => Assert.Single(view.FindAll("[data-testid=row]")));

        await view.Find("[data-testid=due-search]").InputAsync("kitchen");
        await view.WaitForAssertionAsync(() => Assert.Contains("No order with a balance due matches", view.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_PaidMeanwhile_LeavesByItself()
    {
        await PullAsync(PartlyPaid("ord_1", "Roof inspection"));
        var view = Render<DueOrdersView>();

        Bench.Flint.Change<OrderSnapshot>("ord_1", order => order with { PaymentStatus = "paid", OutstandingMoney = StoreSamples.Usd(0), UpdatedAt = Bench.Time.GetUtcNow().AddMinutes(1) });
        await Bench.RunAsync(TimeSpan.FromMinutes(5));

        await view.WaitForAssertionAsync(() => Assert.Contains("No order has a balance due", view.Markup, StringComparison.Ordinal));
    }

    private static OrderSnapshot PartlyPaid(string id, string line) => StoreSamples.OrderAt(id, paymentStatus: "partially_paid") with
    {
        Reference = null, UpdatedAt = null, LineItems = [new LineItem(line, 1, StoreSamples.Usd(16_500))], PaidMoney = StoreSamples.Usd(6_500), OutstandingMoney = StoreSamples.Usd(10_000),
    };

    private async Task PullAsync(params OrderSnapshot[] orders)
    {
        foreach (var order in orders)
        {
            Bench.Flint.Add(order);
        }

        await Bench.CycleAsync();
    }
}
