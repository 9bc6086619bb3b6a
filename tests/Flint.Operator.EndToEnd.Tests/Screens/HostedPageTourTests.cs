using Flint.Operator.EndToEnd.Tests.Hosting;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Screens;

/// <summary>
/// Every state of the hosted pages and the dashboard, on a phone and on a tablet, light and dark: photographed for people
/// to look at, held to axe and to the width of the page, and never asking another host for anything.
/// </summary>
public sealed class HostedPageTourTests(TestBrowser browser) : IClassFixture<TestBrowser>
{
    private const string Tips = """{"tip":{"enabled":true,"tip_percentages":[10,15,20],"is_custom_tip_enabled":true}}""";

    [Theory]
    [InlineData("phone", ColorScheme.Light)]
    [InlineData("phone", ColorScheme.Dark)]
    [InlineData("tablet", ColorScheme.Light)]
    [InlineData("tablet", ColorScheme.Dark)]
    public async Task EveryState_IsAccessibleAndFits(string size, ColorScheme scheme)
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxProgram.StoppedAsync(folder.Path);
        await sandbox.StartAsync();
        using var merchant = new HostedMerchant(sandbox);
        var page = await browser.OpenAsync(Viewport.All.Single(viewport => viewport.Name == size), scheme);
        var tour = new PageTour(page, sandbox.Address, $"{size}-{scheme}".ToLowerInvariant());

        await LinksAsync(tour, merchant);
        await CheckoutsAsync(tour, merchant);
        await EndingsAsync(tour, merchant);
        await DashboardAsync(tour, merchant);

        Assert.True(tour.Problems.Count == 0, string.Join('\n', tour.Problems));
    }

    [Fact]
    public async Task Purchase_WithoutScript_Pays()
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxProgram.StoppedAsync(folder.Path);
        await sandbox.StartAsync();
        using var merchant = new HostedMerchant(sandbox);
        var page = await browser.OpenAsync(Viewport.Phone, hasScript: false);
        var url = await merchant.SessionAsync(await merchant.OrderAsync(), Tips);
        await page.GotoAsync(url);
        await page.GetByTestId("address").FillAsync(url);
        await page.GetByTestId("open").ClickAsync();
        await page.GetByTestId("tip-15").ClickAsync();
        await Story.BuyerPage.PayHereAsync(page);
        await Story.BuyerPage.ExpectResultAsync(page, "paid");
    }

    private static async Task LinksAsync(PageTour tour, HostedMerchant merchant)
    {
        await tour.OpenAsync("link-not-found", "/pay/pl_none", "not-found");
        await tour.OpenAsync("link", await merchant.LinkAsync(HostedMerchant.Plain));
        await tour.OpenAsync("link-donation", await merchant.LinkAsync(HostedMerchant.Donation));
        await tour.Page.GetByTestId("choice-own").CheckAsync();
        await tour.Page.GetByTestId("amount").FillAsync("1");
        await tour.Page.GetByTestId("buy").ClickAsync();
        await tour.Page.GetByTestId("error").WaitForAsync();
        await tour.LookAsync("link-donation-refused");

        await tour.OpenAsync("link-everything", await merchant.LinkAsync(HostedMerchant.Everything));
        await tour.Page.GetByTestId("custom-size").SelectOptionAsync("M");
        await tour.Page.GetByTestId("custom-rules").CheckAsync();
        await tour.Page.EvaluateAsync("() => document.querySelector('form').noValidate = true");
        await tour.Page.GetByTestId("buy").ClickAsync();
        await tour.Page.GetByTestId("error").WaitForAsync();
        await tour.LookAsync("link-everything-refused");
        await tour.OpenAsync("link-event", await merchant.LinkAsync(HostedMerchant.Event));
        await Assertions.Expect(tour.Page.GetByText("Saturday, 17 April 2027, 15:30 UTC · Mill Square, Boulder")).ToBeVisibleAsync();
        await tour.OpenAsync("link-event-sold-out", await merchant.SoldOutEventAsync(tour.Page), "sold-out");
        await tour.OpenAsync("link-inactive", await merchant.SwitchedOffAsync(), "inactive");
        await tour.OpenAsync("link-sold-out", await merchant.SoldOutAsync(tour.Page), "sold-out");
    }

    private static async Task CheckoutsAsync(PageTour tour, HostedMerchant merchant)
    {
        var page = tour.Page;
        await tour.OpenAsync("checkout-not-found", "/checkout/cs_none", "not-found");
        await tour.OpenAsync("checkout-plain", await merchant.SessionAsync(await merchant.OrderAsync()));
        var session = await merchant.SessionAsync(await merchant.OrderAsync(), HostedMerchant.EverythingAsked);
        await tour.OpenAsync("checkout-opening", session.Split('#')[0]);
        await page.GotoAsync("about:blank");
        await tour.OpenAsync("checkout", session);
        await page.GetByTestId("tip-15").ClickAsync();
        await page.Locator("[data-testid=tip-15][aria-pressed=true]").WaitForAsync();
        await page.GetByTestId("bank").ClickAsync();
        await tour.LookAsync("checkout-tipped-bank");
        await tour.OpenAsync("checkout-refused", await PayAsync(tour, await merchant.SessionAsync(await merchant.OrderAsync()), "4111 1111 1111 1111", "error"), isOpen: true);
        await tour.OpenAsync("checkout-declined", await PayAsync(tour, await merchant.SessionAsync(await merchant.OrderAsync(), Tips), "4000 0000 0000 9995", "pay-result"), "declined", isOpen: true);
        await Story.BuyerPage.PayHereAsync(page, "4000 0025 0000 3155");
        await tour.ExpectAsync("challenge");
        await tour.LookAsync("checkout-challenge");
        await page.GetByTestId("challenge-fail").ClickAsync();
        await tour.ExpectAsync("declined");
        await Story.BuyerPage.PayHereAsync(page, "4000 0025 0000 3155");
        await page.GetByTestId("challenge-approve").ClickAsync();
        await tour.ExpectAsync("paid");
        await tour.LookAsync("checkout-paid");
    }

    private static async Task EndingsAsync(PageTour tour, HostedMerchant merchant)
    {
        var page = tour.Page;
        var order = await merchant.OrderAsync();
        var replaced = await merchant.SessionAsync(order);
        var closed = await merchant.ReplaceAsync(order, replaced);
        await tour.OpenAsync("checkout-replaced", replaced, "replaced");
        await merchant.CloseAsync(closed);
        await tour.OpenAsync("checkout-closed", closed, "closed");
        var changed = await merchant.SessionAsync(order);
        await merchant.ChangeAsync(order);
        await tour.OpenAsync("checkout-invalidated", changed, "invalidated");

        var paid = await merchant.SessionAsync(order);
        await Story.BuyerPage.PayAsync(page, paid);
        await tour.ExpectAsync("paid");
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("about:blank");
        await tour.OpenAsync("checkout-already-paid", paid, "already-paid");

        var debit = await merchant.SessionAsync(await merchant.OrderAsync(), """{"payments":{"enabled_payment_options":["card","ach_debit"]}}""");
        await page.GotoAsync(debit);
        await page.GetByTestId("bank").ClickAsync();
        await page.GetByTestId("bank-routing").FillAsync("110000000");
        await page.GetByTestId("bank-account").FillAsync("000123456789");
        await page.GetByTestId("pay-bank").ClickAsync();
        await tour.ExpectAsync("processing");
        await tour.LookAsync("checkout-processing");
        await merchant.AdvanceAsync(60);
        await tour.ExpectAsync("paid");

        var late = await merchant.SessionAsync(await merchant.OrderAsync());
        await merchant.AdvanceAsync(100_000);
        await tour.OpenAsync("checkout-expired", late, "expired");
    }

    private static async Task DashboardAsync(PageTour tour, HostedMerchant merchant)
    {
        await tour.OpenAsync("dashboard", "/_sandbox");
        var name = $"New while watching {tour.Suffix}";
        await merchant.LinkAsync(HostedMerchant.Plain.Replace("Stall deposit", name, StringComparison.Ordinal));
        await Assertions.Expect(tour.Page.GetByText(name)).ToBeVisibleAsync();
        var record = tour.Page.GetByTestId("sessions").GetByRole(AriaRole.Link).First;
        await tour.OpenAsync("dashboard-record", (await record.GetAttributeAsync("href"))!);
    }

    private static async Task<string> PayAsync(PageTour tour, string url, string card, string waitFor)
    {
        await tour.Page.GotoAsync(url);
        await Story.BuyerPage.PayHereAsync(tour.Page, card);
        await tour.Page.GetByTestId(waitFor).WaitForAsync();
        return url;
    }
}
