using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Story;

/// <summary>What a buyer does on the hosted page, on a phone of their own: also to open it again when it did not come.</summary>
internal static class BuyerPage
{
    private const int Tries = 40;
    private const float OneTry = 4_000;

    /// <summary>Pays by card and waits for what came of it.</summary>
    /// <param name="page">The buyer's browser.</param>
    /// <param name="url">What was scanned.</param>
    /// <param name="result">What must come of it.</param>
    /// <param name="card">A test card.</param>
    public static Task PayAsync(IPage page, string url, string result = "paid", string card = "4242 4242 4242 4242") => TryAsync(async () =>
    {
        await OpenAsync(page, url);
        var outcome = page.Locator($"[data-testid=pay-result][data-result={result}]");
        var number = page.GetByTestId("card-number");
        await Soon(outcome.Or(number).First);
        if (!await outcome.IsVisibleAsync())
        {
            await PayHereAsync(page, card);
            await Soon(outcome);
        }
    });

    /// <summary>Fills in the page that is open, and pays.</summary>
    public static async Task PayHereAsync(IPage page, string card = "4242 4242 4242 4242")
    {
        await page.GetByTestId("card-number").FillAsync(card);
        await page.GetByTestId("card-expiry").FillAsync("12 / 40");
        await page.GetByTestId("card-cvc").FillAsync("123");
        await page.GetByTestId("pay").ClickAsync(new LocatorClickOptions { Timeout = OneTry });
    }

    public static Task ExpectResultAsync(IPage page, string result) =>
        Assertions.Expect(page.GetByTestId("pay-result")).ToHaveAttributeAsync("data-result", result);

    /// <summary>Opens a payment link and lets it make a checkout.</summary>
    /// <returns>The address of the checkout.</returns>
    public static async Task<string> BuyAsync(IPage page, string url)
    {
        await TryAsync(async () =>
        {
            await OpenAsync(page, url);
            await page.GetByTestId("buy").ClickAsync(new LocatorClickOptions { Timeout = OneTry });
            await page.WaitForURLAsync(address => address.Contains("/checkout/", StringComparison.Ordinal), new PageWaitForURLOptions { Timeout = OneTry });
        });
        return page.Url;
    }

    /// <summary>Opens a payment link and sees what it offers.</summary>
    public static Task SeeLinkAsync(IPage page, string url) => TryAsync(async () =>
    {
        await OpenAsync(page, url);
        await Soon(page.GetByTestId("buy"));
    });

    // An address that differs in its end alone would not be read again.
    private static async Task OpenAsync(IPage page, string url)
    {
        await page.GotoAsync("about:blank");
        await page.GotoAsync(url, new PageGotoOptions { Timeout = OneTry * 2 });
    }

    private static Task Soon(ILocator locator) => locator.WaitForAsync(new LocatorWaitForOptions { Timeout = OneTry });

    private static async Task TryAsync(Func<Task> visit)
    {
        for (var again = 1; ; again++)
        {
            try
            {
                await visit();
                return;
            }
            catch (Exception failure) when (failure is PlaywrightException or TimeoutException && again < Tries)
            {
                // Buyers reload a page that does not come.
            }
        }
    }
}
