using Bunit;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Testing.Api;
using Flint.Operator.UI.PaymentLinks;

namespace Flint.Operator.UI.Tests.PaymentLinks;

/// <summary>The card with the QR, and what stands in its place while there is none.</summary>
public sealed class PaymentLinkCardTests : ScreenTest
{
    private const string Url = "https://checkout.withflintpay.com/pay/pl_1";

    private readonly BunitJSModuleInterop _script;

    public PaymentLinkCardTests()
    {
        _script = JSInterop.SetupModule("./_content/Flint.Operator.UI/operator.js");
        _script.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public async Task Open_Ready_NamesHostAndKindAndTheAgeOfTheState()
    {
        var lid = await ReadyAsync();
        Bench.Time.Advance(TimeSpan.FromMinutes(1));

        var card = RenderDetail(lid).Find(".pay");

        Assert.Contains("checkout.withflintpay.com · code PL_1 · reusable, no expiry", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ready · checked 1 min ago", card.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/buyer/{lid}", card.QuerySelector("[data-testid=show-buyer]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Print_LeadsToTheCardOfThisLink()
    {
        var lid = await ReadyAsync();

        Assert.Equal($"/links/{lid}/card", RenderDetail(lid).Find("[data-testid=print]").GetAttribute("href"));
    }

    [Fact]
    public async Task SendOrSave_CarriesTheWholeAddress()
    {
        var view = RenderDetail(await ReadyAsync());

        foreach (var testId in new[] { "send-mail", "send-sms" })
        {
            Assert.Contains(Uri.EscapeDataString(Url), view.Find($"[data-testid={testId}]").GetAttribute("href"), StringComparison.Ordinal);
        }

        Assert.Equal("qr-collect-membership-dues-pl_1.png", view.Find("[data-testid=save-png]").GetAttribute("download"));
        Assert.StartsWith("data:image/svg+xml", view.Find("[data-testid=save-svg]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_NoShareSheet_CopiesTheAddressAndSaysSo()
    {
        _script.Setup<bool>("copyText", Url).SetResult(true);
        var view = RenderDetail(await ReadyAsync());

        await view.Find("[data-testid=share]").ClickAsync();

        Assert.Equal("Address copied", view.Find(".said").TextContent);
    }

    [Fact]
    public async Task Share_ShareSheet_GetsTitleAndAddress()
    {
        _script.Setup<bool>("canShare").SetResult(true);
        var view = RenderDetail(await ReadyAsync());

        await view.Find("[data-testid=share]").ClickAsync();

        Assert.Equal(["Collect membership dues", Url], _script.VerifyInvoke("share").Arguments);
        _script.VerifyNotInvoke("copyText");
    }

    [Fact]
    public async Task Copy_ClipboardRefuses_ShowsTheAddressToCopyByHand()
    {
        _script.Setup<bool>("copyText", Url).SetResult(false);
        var view = RenderDetail(await ReadyAsync());

        await view.Find("[data-testid=copy-link]").ClickAsync();

        Assert.Contains("could not be copied", view.Find(".said").TextContent, StringComparison.Ordinal);
        Assert.Equal(Url, view.Find(".address").TextContent);
    }

    [Fact]
    public async Task Open_Checking_SaysItIsLookedUpAndNeverToTryAgain()
    {
        Bench.Flint.Fail(FlintFault.LostRequest);
        var lid = await Bench.CreateLinkAsync();
        await Bench.CycleAsync();

        var view = RenderDetail(lid);

        Assert.Equal("checking", view.Find("[data-testid=state]").GetAttribute("data-state"));
        Assert.Contains("it will not be created twice", view.Find("[data-testid=outcome]").TextContent, StringComparison.Ordinal);
        Assert.Empty(view.FindAll("[data-testid=qr]"));
        Assert.DoesNotContain("try again", view.Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Open_Refused_GivesFlintsReasonAndTheWayToCorrectIt()
    {
        Bench.Flint.Fail(FlintFault.Refused);
        var lid = await Bench.CreateLinkAsync();
        await Bench.CycleAsync();

        var view = RenderDetail(lid);

        Assert.Equal("refused-needs-you", view.Find("[data-testid=state]").GetAttribute("data-state"));
        Assert.Contains("VALIDATION_ERROR it is.", view.Find("[data-testid=error]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/links/new?fix={Bench.Store.Operations.Single().Id}", view.Find("[data-testid=outcome] a").GetAttribute("href"));
    }

    [Fact]
    public async Task Open_AddressOnAnotherHost_IsNeverDrawn()
    {
        var lid = await ReadyAsync();
        var snapshot = (await Bench.LinkAsync(lid))!.Snapshot! with { Url = "https://checkout.withflintpay.com.example/pay/pl_1" };
        await Bench.Store.CommitAsync([new StoreChange.PutSnapshot(lid, snapshot, Bench.Time.GetUtcNow())], CancellationToken.None);

        var view = RenderDetail(lid);

        Assert.Empty(view.FindAll("[data-testid=qr], [data-testid=share], [data-testid=print]"));
        Assert.DoesNotContain("withflintpay.com.example", view.Markup, StringComparison.Ordinal);
        Assert.Contains("Do not share it", view.Find("[data-testid=outcome]").TextContent, StringComparison.Ordinal);
    }

    private async Task<string> ReadyAsync()
    {
        var lid = await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        return lid;
    }

    private IRenderedComponent<PaymentLinkView> RenderDetail(string lid) => Render<PaymentLinkView>(p => p.Add(v => v.Lid, lid));
}
