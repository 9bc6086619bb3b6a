using Flint.Operator.EndToEnd.Tests.Hosting;
using Flint.Operator.EndToEnd.Tests.Screens;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Story;

/// <summary>An operator rehearses bad days before there is one.</summary>
public sealed class PracticeTests(TestBrowser browser) : IClassFixture<TestBrowser>
{
    [Fact]
    public async Task NoNetwork_Rehearsed_TheLinkWaitsAndIsReadyWhenAllIsFine()
    {
        using var folder = new TemporaryFolder();
        await using var desktop = await DesktopProgram.PractiseAsync(folder.Path);
        var page = await OpenAsync(desktop);
        await page.PractiseUnderAsync("no-network", "No network");
        await page.CreateLinkAsync("Day pass", "18");
        await page.ExpectStateAsync("waiting-to-send");
        await Assertions.Expect(page.By("connectivity").First).ToHaveAttributeAsync("data-connectivity", "offline");

        await page.PractiseUnderAsync("fine", "Everything fine");
        await page.OpenFirstAsync("links");
        await page.ExpectStateAsync("ready");
    }

    [Fact]
    public async Task LostReplies_Rehearsed_EverythingIsThereOnce()
    {
        using var folder = new TemporaryFolder();
        await using var desktop = await DesktopProgram.PractiseAsync(folder.Path);
        var page = await OpenAsync(desktop);
        await page.PractiseUnderAsync("lost-replies", "Replies get lost");

        // Half of all answers, those of the looks too: what has bad luck waits for its backoff.
        page.Page.SetDefaultTimeout(180_000);
        await page.ChargeAsync(("Event registration", "1", "150.00"));
        await page.ExpectStateAsync("ready");

        await page.GoAsync("checkouts");
        await Assertions.Expect(page.By("row")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task StartOver_AskedFor_NextStartIsEmpty()
    {
        using var folder = new TemporaryFolder();
        await using (var desktop = await DesktopProgram.PractiseAsync(folder.Path))
        {
            var page = await OpenAsync(desktop);
            await page.CreateLinkAsync("Day pass", "18");
            await page.ExpectStateAsync("ready");
            await page.GoAsync("settings");
            await page.By("practice-over").ClickAsync();
            await page.By("practice-over-yes").ClickAsync();
            await page.By("practice-starts-over").WaitForAsync();
        }

        await using var next = await DesktopProgram.PractiseAsync(folder.Path);
        var again = await OpenAsync(next);
        await again.CreateLinkAsync("Second season", "20");
        await again.ExpectStateAsync("ready");
        await again.GoAsync("links");
        await Assertions.Expect(again.By("row")).ToHaveCountAsync(1);
        await Assertions.Expect(again.By("row").First).ToContainTextAsync("Second season");
    }

    [Fact]
    public async Task Panel_EverySize_LightAndDark_IsAccessibleAndFits()
    {
        using var folder = new TemporaryFolder();
        await using var desktop = await DesktopProgram.PractiseAsync(folder.Path);
        var page = await OpenAsync(desktop);
        await page.PractiseUnderAsync("busy-server", "Busy server");

        var problems = await ScreenTour.TakeAsync(browser, page, new Uri(desktop.Address.GetLeftPart(UriPartial.Authority)), [("settings-practice", "/settings")]);

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        await page.By("practice-over").ClickAsync();
        foreach (var viewport in Viewport.All)
        {
            await page.Page.SetViewportSizeAsync(viewport.Width, viewport.Height);
            await page.By("practice").ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(Programs.Screenshots, $"practice-{viewport.Name}.png") });
        }
    }

    private async Task<OperatorPage> OpenAsync(DesktopProgram desktop)
    {
        var page = new OperatorPage(await browser.OpenAsync(Viewport.Desktop));
        await page.OpenAsync(desktop.Address);
        return page;
    }
}
