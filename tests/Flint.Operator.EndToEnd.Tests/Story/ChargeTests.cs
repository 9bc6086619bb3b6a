using System.Text.Json;
using Flint.Operator.EndToEnd.Tests.Hosting;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Story;

/// <summary>A charge in the fewest taps, and the rest of an order that somebody else made.</summary>
public sealed class ChargeTests(TestBrowser browser) : IClassFixture<TestBrowser>
{
    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public async Task AmountAlone_ThreeActions_ShowsTheQr(int? trouble)
    {
        await using var counter = await CounterAsync(trouble);
        var page = counter.Page;

        await page.By("collect-charge").ClickAsync();
        await page.KeyAsync("2050");
        await page.By("checkout-charge").ClickAsync();

        await page.ExpectStateAsync("ready");
        await page.By("qr").Locator("visible=true").First.WaitForAsync();
        var order = Assert.Single(await counter.OrdersAsync());
        Assert.Equal(("Sale", 2050L), (order.GetProperty("line_items")[0].GetProperty("name").GetString(), Amount(order, "pricing_amounts", "total_money")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public async Task DiscountAndTip_TheTotalOnTheButton_IsWhatTheBuyerPays(int? trouble)
    {
        await using var counter = await CounterAsync(trouble);
        var page = counter.Page;
        await page.By("collect-charge").ClickAsync();
        await page.KeyAsync("3333");
        await page.By("discount-open").ClickAsync();
        await page.By("discount-value").FillAsync("10");
        await page.By("tip-choice-15").CheckAsync(new LocatorCheckOptions { Force = true });
        await Assertions.Expect(page.By("checkout-charge")).ToContainTextAsync("$34.50");
        await page.By("checkout-charge").ClickAsync();
        await page.ExpectStateAsync("ready");

        await BuyerPage.PayAsync(await browser.OpenAsync(Viewport.Phone), (await page.By("qr").First.GetAttributeAsync("data-url"))!);
        await page.ExpectStateAsync("paid");

        var order = Assert.Single(await counter.OrdersAsync());
        Assert.Equal((333L, 450L, 3450L), (Amount(order, "pricing_amounts", "discount_money"), Amount(order, "pricing_amounts", "requested_tip_money"), Amount(order, "settlement_amounts", "paid_money")));
        Assert.Equal(0, await page.By("difference").CountAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public async Task OrderMadeElsewhere_CollectedFromHere_IsPaidAndLeavesTheList(int? trouble)
    {
        // There before the app is: what comes later is pulled within a minute.
        await using var counter = await CounterAsync(trouble, async sandbox =>
        {
            using var merchant = new HostedMerchant(sandbox);
            await merchant.OrderAsync();
        });
        var page = counter.Page;

        await page.By("collect-charge").ClickAsync();
        await page.By("charge-from-order").ClickAsync();
        await page.Page.WaitForURLAsync(url => url.EndsWith("/new/order", StringComparison.Ordinal));
        await page.By("row").ClickAsync();
        await page.ExpectStateAsync("ready");
        await BuyerPage.PayAsync(await browser.OpenAsync(Viewport.Phone), (await page.By("qr").First.GetAttributeAsync("data-url"))!);
        await page.ExpectStateAsync("paid");

        Assert.Single(await counter.OrdersAsync());
        await page.GoAsync("collect");
        await page.By("collect-charge").ClickAsync();
        await page.By("charge-from-order").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("No order has a balance due")).ToBeVisibleAsync();
    }

    private static long Amount(JsonElement order, string group, string name) => order.GetProperty(group).GetProperty(name).GetProperty("amount").GetInt64();

    private async Task<Counter> CounterAsync(int? trouble, Func<SandboxProgram, Task>? before = null)
    {
        var folder = new TemporaryFolder();
        var sandbox = await SandboxProgram.StoppedAsync(folder.Path);
        await sandbox.StartAsync();
        if (before is not null)
        {
            await before(sandbox);
        }

        await sandbox.Faults.SetAsync(Trouble.Plan(trouble));
        var desktop = await DesktopProgram.StartAsync(Path.Combine(folder.Path, "data"), sandbox.Address, sandbox.ApiKey);
        var page = new OperatorPage(await browser.OpenAsync(Viewport.Phone));
        await page.OpenAsync(desktop.Address);
        page.Page.SetDefaultTimeout(180_000);
        return new Counter(trouble, folder, sandbox, desktop, page);
    }

    private sealed record Counter(int? Trouble, TemporaryFolder Folder, SandboxProgram Sandbox, DesktopProgram Desktop, OperatorPage Page) : IAsyncDisposable
    {
        /// <summary>The orders as the API has them, once it is shown that the faults struck and nothing goes wrong any more.</summary>
        public async Task<IReadOnlyList<JsonElement>> OrdersAsync()
        {
            Hosting.Trouble.AssertStruck(Trouble, await Sandbox.Faults.StrikesAsync(), "POST /v1/checkout-sessions");
            await Sandbox.Faults.SetAsync(Hosting.Trouble.Plan(null));
            return await Sandbox.ListAsync("orders");
        }

        public async ValueTask DisposeAsync()
        {
            await Desktop.DisposeAsync();
            await Sandbox.DisposeAsync();
            Folder.Dispose();
        }
    }
}
