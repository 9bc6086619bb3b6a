using Flint.Operator.EndToEnd.Tests.Hosting;
using Flint.Operator.EndToEnd.Tests.Story;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Screens;

/// <summary>Every screen at every size, light and dark.</summary>
public sealed class ScreenTourTests(TestBrowser browser) : IClassFixture<TestBrowser>
{
    [Fact]
    public async Task EveryScreen_EverySize_LightAndDark_IsAccessibleAndFits()
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxProgram.StoppedAsync(folder.Path);
        await using var desktop = await DesktopProgram.StartAsync(Path.Combine(folder.Path, "data"), sandbox.Address, sandbox.ApiKey);
        var page = new OperatorPage(await browser.OpenAsync(Viewport.Desktop));
        await page.OpenAsync(desktop.Address);
        var origin = new Uri(desktop.Address.GetLeftPart(UriPartial.Authority));

        List<string> problems = [.. await TourAsync(page, origin, [("collect-empty", "/"), ("outbox-empty", "/outbox"), ("links-empty", "/links")])];

        await page.CreateLinkAsync("Collect membership dues", "150.00");
        var link = new Uri(page.Page.Url).AbsolutePath;
        await page.ChargeAsync(("Event registration", "1", "150.00"), ("T-shirt, M", "2", "25.50"));
        var checkout = new Uri(page.Page.Url).AbsolutePath;
        problems.AddRange(await TourAsync(page, origin, [("collect-offline", "/"), ("outbox-waiting", "/outbox"), ("link-waiting", link), ("checkout-waiting", checkout), ("checkout-change", checkout + "/edit")]));

        await sandbox.StartAsync();
        using var merchant = new HostedMerchant(sandbox);

        // Pulled within a minute, long before the list of what is due is looked at.
        await merchant.OrderAsync();
        await page.ExpectStateAsync("ready");
        problems.AddRange(await TourAsync(page, origin,
        [
            ("collect", "/"), ("guide", "/guide"), ("link-new", "/links/new"), ("checkout-new", "/checkouts/new"), ("links", "/links"), ("link", link), ("link-edit", link + "/edit"), ("link-card", link + "/card"),
            ("checkouts", "/checkouts"), ("checkout", checkout), ("buyer", checkout.Replace("/checkouts/", "/buyer/", StringComparison.Ordinal)),
            ("activity", "/activity"), ("settings", "/settings"),
        ]));

        problems.AddRange(await ChargingAsync(page, origin));
        await page.Page.GotoAsync(new Uri(origin, checkout).ToString());
        await page.ExpectStateAsync("ready");

        await BuyerPage.PayAsync(await browser.OpenAsync(Viewport.Phone), (await page.By("qr").First.GetAttributeAsync("data-url"))!);
        await page.ExpectStateAsync("paid");
        problems.AddRange(await TourAsync(page, origin, [("checkout-paid", checkout)]));

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private async Task<IEnumerable<string>> ChargingAsync(OperatorPage page, Uri origin)
    {
        await page.Page.GotoAsync(new Uri(origin, "/checkouts/new/order").ToString());
        await Assertions.Expect(page.By("row")).ToHaveCountAsync(2);
        await page.Page.GotoAsync(new Uri(origin, "/checkouts/new").ToString());
        await page.KeyAsync("2050");
        await page.By("checkout-charge").ClickAsync();
        await page.ExpectStateAsync("ready");

        return
        [
            .. await ScreenTour.TakeAsync(browser, page, origin, [("checkout-hint", "/checkouts/new")], work: AgainAsync),
            .. await ScreenTour.TakeAsync(browser, page, origin, [("checkout-extras", "/checkouts/new")], work: WithExtrasAsync),
            .. await ScreenTour.TakeAsync(browser, page, origin, [("checkout-due", "/checkouts/new/order")]),
        ];
    }

    private static async Task AgainAsync(OperatorPage page)
    {
        await page.KeyAsync("2050");
        await page.By("checkout-charge").ClickAsync();
        await page.By("charge-hint").WaitForAsync();
    }

    private static async Task WithExtrasAsync(OperatorPage page)
    {
        await page.KeyAsync("2050");
        await page.By("entry-add").ClickAsync();
        await page.By("discount-open").ClickAsync();
        await page.By("discount-value").FillAsync("10");
        await page.By("tip-choice-custom").CheckAsync(new LocatorCheckOptions { Force = true });
        await page.By("tip-value-money").CheckAsync(new LocatorCheckOptions { Force = true });
        await page.By("tip-value").FillAsync("3.00");
        await Assertions.Expect(page.By("checkout-charge")).ToContainTextAsync("$21.45");
    }

    private Task<IReadOnlyList<string>> TourAsync(OperatorPage signedIn, Uri origin, IReadOnlyList<(string Name, string Path)> screens) =>
        ScreenTour.TakeAsync(browser, signedIn, origin, screens);
}
