using Flint.Operator.EndToEnd.Tests.Hosting;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Story;

/// <summary>What an operator does, by the ids of the automation contract.</summary>
internal sealed class OperatorPage(IPage page)
{
    public IPage Page => page;

    public ILocator By(string testId) => page.GetByTestId(testId);

    public async Task OpenAsync(Uri address)
    {
        await page.GotoAsync(address.ToString());
        await By("collect-charge").WaitForAsync();
    }

    public async Task GoAsync(string nav)
    {
        var entry = By($"nav-{nav}").Locator("visible=true").First;
        if (!await entry.IsVisibleAsync())
        {
            // A phone has room for the first few.
            await By("nav-more").ClickAsync();
        }

        await entry.ClickAsync();
    }

    public async Task AskGuideAsync()
    {
        await GoAsync("collect");
        await By("collect-guide").ClickAsync();
        await By("guide-reusable-yes").ClickAsync();
        await Assertions.Expect(By("guide-answer")).ToContainTextAsync("ayment link");
    }

    public async Task CreateLinkAsync(string title, string amount)
    {
        await GoAsync("collect");
        await By("collect-new-link").ClickAsync();
        await By("link-title").FillAsync(title);
        await By("amount-input").FillAsync(amount);
        await By("link-save").ClickAsync();
        await ExpectStateAsync("waiting-to-send", "sending", "checking", "ready", "refused-needs-you");
    }

    public async Task ChargeAsync(params (string Name, string Quantity, string Price)[] lines)
    {
        await GoAsync("collect");
        await By("collect-charge").ClickAsync();
        foreach (var (name, quantity, price) in lines)
        {
            await By("line-name").FillAsync(name);
            await By("line-quantity").FillAsync(quantity);
            await By("line-price").FillAsync(price);
            await By("line-add").ClickAsync();
            await Assertions.Expect(By("line-name")).ToHaveValueAsync("");
        }

        // A press that slips off, as a notice moves the page, is made again: a second one never charges twice.
        for (var pressed = 1; page.Url.EndsWith("/new", StringComparison.Ordinal); pressed++)
        {
            await By("checkout-charge").ClickAsync();
            try
            {
                await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal), new PageWaitForURLOptions { Timeout = 20_000 });
            }
            catch (TimeoutException) when (pressed < 3)
            {
                await PhotographAsync("charge-pressed-again");
            }
        }
    }

    /// <summary>Keys an amount in on the keypad of the charge screen, cents first.</summary>
    public async Task KeyAsync(string digits)
    {
        foreach (var digit in digits)
        {
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = digit.ToString(), Exact = true }).ClickAsync();
        }
    }

    /// <summary>Chooses what practice is like from here on.</summary>
    public async Task PractiseUnderAsync(string condition, string name)
    {
        await GoAsync("settings");
        await By($"practice-{condition}").CheckAsync();
        await Assertions.Expect(By("practice-now")).ToHaveTextAsync($"Now: {name}");
    }

    /// <summary>Opens the first row of a list.</summary>
    public async Task OpenFirstAsync(string nav)
    {
        await GoAsync(nav);

        // The screen that is being left may have rows too, of another kind.
        await page.Locator($"[data-testid=row][href*='{nav}/']").First.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains($"/{nav}/", StringComparison.Ordinal));
    }

    /// <summary>Waits until the record on the screen has one of these states.</summary>
    public async Task ExpectStateAsync(params string[] words)
    {
        var any = string.Join(',', words.Select(word => $"main [data-testid=state][data-state={word}]"));
        try
        {
            await page.Locator(any).Locator("visible=true").First.WaitForAsync();
        }
        catch (TimeoutException)
        {
            await PhotographAsync("failed-" + words[0]);
            throw;
        }
    }

    public async Task PhotographAsync(string name) =>
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Programs.Screenshots, $"{name}.png") });
}
