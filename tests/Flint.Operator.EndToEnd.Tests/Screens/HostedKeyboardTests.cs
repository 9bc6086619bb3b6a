using Flint.Operator.EndToEnd.Tests.Hosting;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Screens;

/// <summary>Buyers who have no mouse and touch no screen.</summary>
public sealed class HostedKeyboardTests(TestBrowser browser) : IClassFixture<TestBrowser>
{
    [Fact]
    public async Task WholePurchase_WithTheKeyboardAlone_Pays()
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxProgram.StoppedAsync(folder.Path);
        await sandbox.StartAsync();
        using var merchant = new HostedMerchant(sandbox);
        var page = await browser.OpenAsync(Viewport.Phone);
        await page.GotoAsync(await merchant.LinkAsync(HostedMerchant.Donation));
        await FocusAsync(page, "choice-0");
        await page.Keyboard.PressAsync("ArrowRight");
        await FocusAsync(page, "buy");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByTestId("card-number").WaitForAsync();
        await TypeCardAsync(page, "4242424242424242");
        await Assertions.Expect(page.GetByTestId("pay-result")).ToHaveAttributeAsync("data-result", "paid");
        await Assertions.Expect(page.GetByTestId("total")).ToHaveTextAsync("$20.00");
    }

    [Fact]
    public async Task WholePurchase_WithQuestionsTipAndChallenge_WithTheKeyboardAlone_Pays()
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxProgram.StoppedAsync(folder.Path);
        await sandbox.StartAsync();
        using var merchant = new HostedMerchant(sandbox);
        var page = await browser.OpenAsync(Viewport.Phone);
        await page.GotoAsync(await merchant.LinkAsync(HostedMerchant.Everything.Replace("\"legal\":", "\"tip\":{\"enabled\":true},\"legal\":", StringComparison.Ordinal)));

        await FocusAsync(page, "quantity");
        await page.Keyboard.PressAsync("ArrowUp");
        await FocusAsync(page, "custom-name");
        await page.Keyboard.TypeAsync("Ada");
        await FocusAsync(page, "custom-size");
        await page.Keyboard.PressAsync("M");
        await FocusAsync(page, "custom-rules");
        await page.Keyboard.PressAsync("Space");
        await FocusAsync(page, "buy");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByTestId("card-number").WaitForAsync();
        await FocusAsync(page, "tip-10");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-testid=tip-10][aria-pressed=true]").WaitForAsync();
        await TypeCardAsync(page, "4000002500003155");
        await Story.BuyerPage.ExpectResultAsync(page, "challenge");
        await FocusAsync(page, "challenge-approve");
        await page.Keyboard.PressAsync("Enter");
        await Story.BuyerPage.ExpectResultAsync(page, "paid");

        // Three entries, the shirt, the first of the gifts, and a tenth on top.
        await Assertions.Expect(page.GetByTestId("total")).ToHaveTextAsync("$149.05");
    }

    private static async Task TypeCardAsync(IPage page, string number)
    {
        foreach (var (field, text) in new[] { ("card-number", number), ("card-expiry", "12/40"), ("card-cvc", "123") })
        {
            await FocusAsync(page, field);
            await page.Keyboard.TypeAsync(text);
        }

        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Tabs on until the element has the focus, as somebody without a mouse does.</summary>
    private static async Task FocusAsync(IPage page, string testId)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("() => document.activeElement?.dataset.testid ?? null") is { } at && (at == testId || (testId is "choice-0" && at.StartsWith("choice-", StringComparison.Ordinal))))
            {
                return;
            }
        }

        Assert.Fail($"{testId} cannot be reached with the keyboard.");
    }
}
