using System.Text.Json;
using Flint.Operator.EndToEnd.Tests.Hosting;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Story;

/// <summary>The main job while one request in five goes wrong, on every route of the API and in every way there is.</summary>
public sealed class FaultyApiTests(TestBrowser browser) : IClassFixture<TestBrowser>
{
    // The first rule that strikes is taken: thirteen ways at 1.7 % each are 20 % together.
    private const double Each = 0.017;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task OneInFive_EveryRoute_EverythingBecomesReadyAndPaidOnce(int seed)
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxProgram.StoppedAsync(folder.Path);
        await using var desktop = await DesktopProgram.StartAsync(Path.Combine(folder.Path, "data"), sandbox.Address, sandbox.ApiKey);
        var page = new OperatorPage(await browser.OpenAsync(Viewport.Tablet));
        page.Page.SetDefaultTimeout(120_000);
        await page.OpenAsync(desktop.Address);
        await page.CreateLinkAsync("Collect membership dues", "150.00");
        await page.ChargeAsync(("Event registration", "1", "150.00"), ("T-shirt, M", "2", "25.50"));
        await page.ExpectStateAsync("waiting-to-send");

        await sandbox.StartAsync();
        await sandbox.FailAsync(new { seed, rules = Kinds.Select(Rule) });
        await page.ExpectStateAsync("ready");
        var url = (await page.By("qr").First.GetAttributeAsync("data-url"))!;
        var buyer = await browser.OpenAsync(Viewport.Phone);
        await BuyerPage.PayAsync(buyer, url);
        await BuyerPage.ExpectResultAsync(buyer, "paid");
        await page.ExpectStateAsync("paid");
        await page.OpenFirstAsync("links");
        await page.ExpectStateAsync("ready");

        await sandbox.FailAsync(new { });
        await ExpectOneOfEachPaidAsync(sandbox);
    }

    private static IEnumerable<string> Kinds { get; } =
    [
        "down", "reset", "slow", "lost_reply", "truncated", "error_before", "error_after", "unavailable", "rate_limited",
        "stale_list", "captive_portal", "duplicate", "clock_offset",
    ];

    private static object Rule(string kind) => kind switch
    {
        "slow" => new { kind, route = "/v1/*", probability = Each, delay_ms = 1000 },
        "stale_list" => new { kind, route = "/v1/*", probability = Each, stale_seconds = 20 },
        "clock_offset" => new { kind, route = "/v1/*", probability = Each, offset_seconds = -300 },
        _ => new { kind, route = "/v1/*", probability = Each },
    };

    private static async Task ExpectOneOfEachPaidAsync(SandboxProgram sandbox)
    {
        Assert.Single(await sandbox.ListAsync("payment-links"));
        var order = Assert.Single(await sandbox.ListAsync("orders"));
        Assert.Equal((20100, "paid", 20100), (Amount(order, "pricing_amounts", "total_money"), order.GetProperty("payment_status").GetString(), Amount(order, "settlement_amounts", "paid_money")));
        var session = Assert.Single(await sandbox.ListAsync("checkout-sessions"));
        Assert.Equal((order.GetProperty("order_id").GetString(), "paid"), (session.GetProperty("order_id").GetString(), session.GetProperty("status").GetString()));
    }

    private static long Amount(JsonElement order, string group, string name) => order.GetProperty(group).GetProperty(name).GetProperty("amount").GetInt64();
}
