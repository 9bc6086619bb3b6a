using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Story;

/// <summary>What a buyer does on the hosted page, on a phone of their own.</summary>
internal static class BuyerPage
{
    public static async Task PayAsync(IPage page, string url, string card = "4242 4242 4242 4242")
    {
        await page.GotoAsync(url);
        await page.GetByTestId("card-number").FillAsync(card);
        await page.GetByTestId("card-expiry").FillAsync("12 / 40");
        await page.GetByTestId("card-cvc").FillAsync("123");
        await page.GetByTestId("pay").ClickAsync();
    }

    public static Task ExpectResultAsync(IPage page, string result) =>
        Assertions.Expect(page.GetByTestId("pay-result")).ToHaveAttributeAsync("data-result", result);
}
