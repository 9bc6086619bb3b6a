using Flint.Operator.EndToEnd.Tests.Hosting;
using Flint.Operator.EndToEnd.Tests.Story;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Screens;

/// <summary>A link in which the buyer has a say, from the form to what was bought, at every size, light and dark.</summary>
public sealed class LinkTourTests(TestBrowser browser) : IClassFixture<TestBrowser>
{
    [Fact]
    public async Task LinkOfTheBuyersPrice_MadeBoughtAndShown_IsAccessibleAndFits()
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxProgram.StoppedAsync(folder.Path);
        await sandbox.StartAsync();
        await using var desktop = await DesktopProgram.StartAsync(Path.Combine(folder.Path, "data"), sandbox.Address, sandbox.ApiKey);
        var page = new OperatorPage(await browser.OpenAsync(Viewport.Desktop));
        await page.OpenAsync(desktop.Address);
        var origin = new Uri(desktop.Address.GetLeftPart(UriPartial.Authority));

        await MakeAsync(page);
        await page.ExpectStateAsync("ready");
        var link = new Uri(page.Page.Url).AbsolutePath;

        await BuyAsync(await browser.OpenAsync(Viewport.Phone), (await page.By("qr").First.GetAttributeAsync("data-url"))!);
        await Assertions.Expect(page.By("link-uses")).ToHaveTextAsync("1 of 10 used");
        await Assertions.Expect(page.By("uses-paid").Locator(".money")).ToHaveTextAsync("$20.00");

        var problems = await ScreenTour.TakeAsync(
            browser,
            page,
            origin,
            [
                ("link-open", link), ("link-open-edit", link + "/edit"), ("link-open-copy", "/links/new?from=" + link.Split('/')[^1]), ("links-open", "/links"),
                ("buyer-open", link.Replace("/links/", "/buyer/", StringComparison.Ordinal)),
            ],
            isWhole: true);
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static async Task MakeAsync(OperatorPage page)
    {
        await page.GoAsync("collect");
        await page.By("collect-new-link").ClickAsync();
        await page.By("link-title").FillAsync("Garden workshop");
        await page.By("link-more").ClickAsync();
        await page.By("pricing-buyerchooses").CheckAsync(new LocatorCheckOptions { Force = true });
        await page.By("amount-minimum").FillAsync("5");
        await page.By("amount-suggested-0").FillAsync("10");
        await page.By("amount-suggested-1").FillAsync("20");
        await page.By("link-description").FillAsync("Pay what you can. All of it goes into seeds.");
        await page.By("link-completions").FillAsync("10");
        await page.By("link-life").SelectOptionAsync("900");
        await page.By("question-add").ClickAsync();
        await page.By("question-label-0").FillAsync("Which day?");
        await page.By("question-kind-0").SelectOptionAsync("Dropdown");
        await page.By("question-options-0").FillAsync("Saturday\nSunday");
        await page.By("link-save").ClickAsync();
        await page.Page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
    }

    private static async Task BuyAsync(IPage phone, string url)
    {
        await BuyerPage.SeeLinkAsync(phone, url);
        await phone.GetByTestId("choice-1").CheckAsync();
        await phone.GetByTestId("custom-which_day").SelectOptionAsync("Sunday");
        await phone.GetByTestId("buy").ClickAsync();
        await phone.WaitForURLAsync(address => address.Contains("/checkout/", StringComparison.Ordinal));
        await BuyerPage.PayHereAsync(phone);
        await BuyerPage.ExpectResultAsync(phone, "paid");
    }
}
