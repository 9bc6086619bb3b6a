using Flint.Operator.EndToEnd.Tests.Hosting;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Story;

/// <summary>What happens to somebody who starts the app for the first time, with no key and then with a wrong one.</summary>
public sealed class FirstDayTests(TestBrowser browser) : IClassFixture<TestBrowser>
{
    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public async Task NoKey_Practises_AndABuyerUsesTheLinkTwice(int? trouble)
    {
        using var folder = new TemporaryFolder();
        var port = SandboxProgram.FreePort();
        await using var desktop = await DesktopProgram.PractiseAsync(folder.Path, port);
        using var faults = new FaultControls(new Uri($"http://127.0.0.1:{port}"));
        var page = new OperatorPage(await browser.OpenAsync(Viewport.Phone));
        await page.OpenAsync(desktop.Address);
        await Assertions.Expect(page.By("mode-test")).ToBeVisibleAsync();

        await page.PractiseUnderAsync("fine", "Everything fine");
        if (trouble is not null)
        {
            await faults.SetAsync(Trouble.Plan(trouble));
        }

        await page.CreateLinkAsync("Day pass", "18");
        await page.ExpectStateAsync("ready");
        var url = (await page.By("qr").First.GetAttributeAsync("data-url"))!;
        for (var use = 0; use < 2; use++)
        {
            var buyer = await browser.OpenAsync(Viewport.Phone);
            await BuyerPage.PayAsync(buyer, await BuyerPage.BuyAsync(buyer, url));
        }

        await Assertions.Expect(page.Page.GetByText("Used 2 times")).ToBeVisibleAsync();
        if (trouble is not null)
        {
            Trouble.AssertStruck(trouble, await faults.StrikesAsync(), "POST /v1/payment-links", "GET /pay/{id}", "GET /checkout/{id}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public async Task WrongKey_SaysSoEverywhere_AndNothingIsLost(int? trouble)
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxProgram.StoppedAsync(folder.Path);
        await sandbox.StartAsync(Trouble.Plan(trouble));
        var data = Path.Combine(folder.Path, "data");
        await using (var wrong = await DesktopProgram.StartAsync(data, sandbox.Address, "flint_test_wrong"))
        {
            var page = new OperatorPage(await browser.OpenAsync(Viewport.Tablet));
            await page.OpenAsync(wrong.Address);
            await page.CreateLinkAsync("Collect membership dues", "150.00");
            await page.ExpectStateAsync("waiting-to-send");
            await Assertions.Expect(page.Page.Locator(".notice")).ToContainTextAsync("INVALID_API_KEY");
            await page.GoAsync("settings");
            await Assertions.Expect(page.By("connection-status")).ToContainTextAsync("INVALID_API_KEY");
        }

        await using var right = await DesktopProgram.StartAsync(data, sandbox.Address, sandbox.ApiKey);
        var again = new OperatorPage(await browser.OpenAsync(Viewport.Tablet));
        await again.OpenAsync(right.Address);
        await again.OpenFirstAsync("links");
        await again.ExpectStateAsync("ready");

        Trouble.AssertStruck(trouble, await sandbox.Faults.StrikesAsync(), "POST /v1/payment-links");
        await sandbox.Faults.SetAsync(Trouble.Plan(null));
        Assert.Single(await sandbox.ListAsync("payment-links"));
    }

    [Fact]
    public async Task BadInput_IsRefusedAtItsFieldAndNothingIsWritten()
    {
        using var folder = new TemporaryFolder();
        await using var desktop = await DesktopProgram.PractiseAsync(folder.Path);
        var page = new OperatorPage(await browser.OpenAsync(Viewport.Tablet));
        await page.OpenAsync(desktop.Address);

        await page.By("collect-new-link").ClickAsync();
        foreach (var (title, amount) in new[] { ("", "5"), (new string('x', 5_000), "5"), ("Dues", ""), ("Dues", "abc"), ("Dues", "0"), ("Dues", "-3"), ("Dues", "99999999") })
        {
            await page.By("link-title").FillAsync(title);
            await page.By("amount-input").FillAsync(amount);
            await page.By("link-save").ClickAsync();
            await Assertions.Expect(page.By("error").First).ToBeVisibleAsync();
            Assert.EndsWith("/links/new", page.Page.Url, StringComparison.Ordinal);
        }

        await page.GoAsync("collect");
        await page.By("collect-charge").ClickAsync();
        foreach (var (name, quantity, price) in new[] { ("Seat", "0", "5"), ("Seat", "-1", "5"), ("", "1", "5"), ("Seat", "1", "five") })
        {
            await page.By("line-name").FillAsync(name);
            await page.By("line-quantity").FillAsync(quantity);
            await page.By("line-price").FillAsync(price);
            await page.By("line-add").ClickAsync();
            await Assertions.Expect(page.By("error").First).ToBeVisibleAsync();
            await Assertions.Expect(page.By("line")).ToHaveCountAsync(0);
        }

        await page.GoAsync("activity");
        await Assertions.Expect(page.By("row")).ToHaveCountAsync(0);
    }
}
