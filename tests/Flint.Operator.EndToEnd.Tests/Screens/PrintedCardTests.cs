using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Flint.Operator.EndToEnd.Tests.Hosting;
using Flint.Operator.EndToEnd.Tests.Story;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Screens;

/// <summary>A card comes out of the printer on the paper that was chosen, and a phone reads it.</summary>
public sealed partial class PrintedCardTests(TestBrowser browser) : IClassFixture<TestBrowser>
{
    private const double PointsPerMillimetre = 72 / 25.4;

    [Fact]
    public async Task EverySheet_IsOnePageOfItsPaper_AndItsQrReads()
    {
        using var folder = new TemporaryFolder();
        await using var desktop = await DesktopProgram.PractiseAsync(folder.Path);
        var page = new OperatorPage(await browser.OpenAsync(Viewport.Tablet));
        await page.OpenAsync(desktop.Address);
        await page.CreateLinkAsync("Collect membership dues", "150.00");
        await page.ExpectStateAsync("ready");
        var url = await page.By("qr").First.GetAttributeAsync("data-url");
        await page.By("print").ClickAsync();
        await page.By("sheet").WaitForAsync();

        foreach (var (sheet, width, height) in new[] { ("a6", 105, 148), ("a4", 210, 297), ("a4four", 210, 297), ("a4sixteen", 210, 297) })
        {
            await page.By($"sheet-{sheet}").CheckAsync();
            await page.Page.Locator($".sheet.{sheet}").WaitForAsync();
            await page.PhotographAsync($"card-{sheet}");

            var pdf = Encoding.Latin1.GetString(await page.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true }));

            var box = Assert.Single(MediaBox().Matches(pdf));
            Assert.Equal(width * PointsPerMillimetre, Number(box, 1), 1.0);
            Assert.Equal(height * PointsPerMillimetre, Number(box, 2), 1.0);
            Assert.Equal(url, await QrPhoto.DecodeAsync(page.Page.Locator(".pay-card img").First, Path.Combine(folder.Path, $"{sheet}.png")));
        }
    }

    private static double Number(Match box, int group) => double.Parse(box.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]")]
    private static partial Regex MediaBox();
}
