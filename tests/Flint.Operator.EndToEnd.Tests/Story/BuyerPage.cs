using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Story;

/// <summary>What a buyer does on the hosted page, on a phone of their own.</summary>
internal static class BuyerPage
{
    /// <param name="page">The buyer's browser.</param>
    /// <param name="url">What was scanned; null when the page is open already.</param>
    /// <param name="card">A test card.</param>
    public static async Task PayAsync(IPage page, string? url, string card = "4242 4242 4242 4242")
    {
        if (url is not null)
        {
            await page.GotoAsync(url);
        }

        await page.GetByTestId("card-number").FillAsync(card);
        await page.GetByTestId("card-expiry").FillAsync("12 / 40");
        await page.GetByTestId("card-cvc").FillAsync("123");
        await page.GetByTestId("pay").ClickAsync();
    }

    public static Task ExpectResultAsync(IPage page, string result) =>
        Assertions.Expect(page.GetByTestId("pay-result")).ToHaveAttributeAsync("data-result", result);
}
