using System.Text.Json;
using Flint.Operator.EndToEnd.Tests.Hosting;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Story;

/// <summary>The product's main job, told once as it happens at a counter.</summary>
public sealed class MainJobTests(TestBrowser browser) : IClassFixture<TestBrowser>
{
    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task CollectOffline_KilledAndRestarted_SyncsByItselfAndTurnsPaid(int? trouble)
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxProgram.StoppedAsync(folder.Path);
        var data = Path.Combine(folder.Path, "data");

        await using (var first = await DesktopProgram.StartAsync(data, sandbox.Address, sandbox.ApiKey))
        {
            var atFirst = new OperatorPage(await browser.OpenAsync(Viewport.Tablet));
            await atFirst.OpenAsync(first.Address);
            await Assertions.Expect(atFirst.By("connectivity").First).ToHaveAttributeAsync("data-connectivity", "offline");
            await atFirst.AskGuideAsync();
            await atFirst.CreateLinkAsync("Collect membership dues", "150.00");
            await atFirst.ExpectStateAsync("waiting-to-send");
            await atFirst.ChargeAsync(("Event registration", "1", "150.00"), ("T-shirt, M", "2", "25.50"));
            await atFirst.ExpectStateAsync("waiting-to-send");
            await Assertions.Expect(atFirst.By("waiting-count").First).ToContainTextAsync("3");
            await first.KillAsync();
        }

        await using var second = await DesktopProgram.StartAsync(data, sandbox.Address, sandbox.ApiKey);
        var page = new OperatorPage(await browser.OpenAsync(Viewport.Tablet));
        await page.OpenAsync(second.Address);
        await page.OpenFirstAsync("links");
        await page.ExpectStateAsync("waiting-to-send");
        await page.OpenFirstAsync("checkouts");
        await page.ExpectStateAsync("waiting-to-send");

        await sandbox.StartAsync(Trouble.Plan(trouble));
        await page.ExpectStateAsync("ready");

        var qr = page.By("qr").Locator("visible=true").First;
        var url = await QrPhoto.DecodeAsync(qr, Path.Combine(folder.Path, "qr.png"));
        Assert.Equal(await qr.GetAttributeAsync("data-url"), url);

        var buyer = await browser.OpenAsync(Viewport.Phone);
        await BuyerPage.PayAsync(buyer, url, "declined", "4000 0000 0000 9995");
        await page.ExpectStateAsync("declined-buyer-can-retry");
        await BuyerPage.PayAsync(buyer, url);
        await page.ExpectStateAsync("paid");

        await page.OpenFirstAsync("links");
        await page.ExpectStateAsync("ready");
        var linkUrl = await QrPhoto.DecodeAsync(page.By("qr").Locator("visible=true").First, Path.Combine(folder.Path, "link.png"));
        await BuyerPage.SeeLinkAsync(buyer, linkUrl);

        Trouble.AssertStruck(
            trouble, await sandbox.Faults.StrikesAsync(), "POST /v1/payment-links", "POST /v1/orders", "POST /v1/checkout-sessions", "GET /checkout/{id}", "GET /pay/{id}");
        await sandbox.Faults.SetAsync(Trouble.Plan(null));
        await ExpectOneOfEachAsync(sandbox);
        var order = (await sandbox.ListAsync("orders"))[0];
        Assert.Equal(("paid", 20100), (order.GetProperty("payment_status").GetString(), Amount(order, "settlement_amounts", "paid_money")));
        Assert.Equal("paid", (await sandbox.ListAsync("checkout-sessions"))[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task EachReplyLostOnce_NothingIsDoubled()
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxProgram.StoppedAsync(folder.Path);
        await sandbox.StartAsync(new { rules = new[] { Lost("/v1/payment-links"), Lost("/v1/orders"), Lost("/v1/checkout-sessions") } });
        await using var desktop = await DesktopProgram.StartAsync(Path.Combine(folder.Path, "data"), sandbox.Address, sandbox.ApiKey);
        var page = new OperatorPage(await browser.OpenAsync(Viewport.Tablet));
        await page.OpenAsync(desktop.Address);

        await page.CreateLinkAsync("Collect membership dues", "150.00");
        await page.ChargeAsync(("Event registration", "1", "150.00"), ("T-shirt, M", "2", "25.50"));
        await page.ExpectStateAsync("ready");
        await page.OpenFirstAsync("links");
        await page.ExpectStateAsync("ready");

        await ExpectOneOfEachAsync(sandbox);

        static object Lost(string route) => new { kind = "lost_reply", method = "POST", route, count = 1 };
    }

    private static async Task ExpectOneOfEachAsync(SandboxProgram sandbox)
    {
        var link = Assert.Single(await sandbox.ListAsync("payment-links"));
        Assert.Equal("Collect membership dues", link.GetProperty("name").GetString());
        var order = Assert.Single(await sandbox.ListAsync("orders"));
        Assert.Equal(20100, Amount(order, "pricing_amounts", "total_money"));
        var session = Assert.Single(await sandbox.ListAsync("checkout-sessions"));
        Assert.Equal(order.GetProperty("order_id").GetString(), session.GetProperty("order_id").GetString());
    }

    private static long Amount(JsonElement order, string group, string name) => order.GetProperty(group).GetProperty(name).GetProperty("amount").GetInt64();
}
