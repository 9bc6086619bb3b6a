using Bunit;
using Flint.Operator.Testing.Api;
using Flint.Operator.UI.PaymentLinks;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.PaymentLinks;

public sealed class PaymentLinkViewTests : ScreenTest
{
    private string Path => new Uri(Services.GetRequiredService<NavigationManager>().Uri).PathAndQuery;

    [Fact]
    public async Task New_TitleAndAmount_SavesAndOpensTheLink()
    {
        var view = Render<NewPaymentLinkView>();
        await FillAsync(view, "Collect membership dues", "150.00");

        await view.Find("form").SubmitAsync();

        Assert.StartsWith("/links/", Path, StringComparison.Ordinal);
        Assert.Single(Bench.Store.Operations);
    }

    [Theory]
    [InlineData("", "5", "title")]
    [InlineData("Dues", "abc", "amount")]
    [InlineData("Dues", "", "amount")]
    public async Task New_BadField_SaysSoAtItAndStays(string title, string amount, string field)
    {
        var view = Render<NewPaymentLinkView>();
        await FillAsync(view, title, amount);

        await view.Find("form").SubmitAsync();

        Assert.NotEmpty(view.Find("[data-testid=error]").TextContent.Trim());
        Assert.Equal([field], FieldsWithErrors(view));
        Assert.Empty(Bench.Store.Operations);
    }

    [Fact]
    public async Task New_DoubleTap_MakesOneLink()
    {
        var view = Render<NewPaymentLinkView>();
        await FillAsync(view, "Dues", "5");

        await view.Find("form").SubmitAsync();
        await view.Find("form").SubmitAsync();

        Assert.Single(Bench.Store.Operations);
    }

    [Fact]
    public async Task New_Fix_ShowsTheRefusalAndSendsTheCorrectedOne()
    {
        Bench.Flint.Fail(FlintFault.Refused);
        var lid = await Bench.CreateLinkAsync("Wrong");
        await Bench.CycleAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/links/new?fix={Bench.Store.Operations.Single().Id}");
        var view = Render<NewPaymentLinkView>();
        Assert.Contains("VALIDATION_ERROR it is.", view.Find("[data-testid=error]").TextContent, StringComparison.Ordinal);

        await FillAsync(view, "Right", "5");
        await view.Find("form").SubmitAsync();
        await Bench.CycleAsync();

        Assert.Equal("Right", (await Bench.LinkAsync(lid))!.Snapshot!.Title);
    }

    [Fact]
    public async Task Detail_Waiting_HasNoQrAndSaysWhatHappens()
    {
        Bench.Flint.IsDown = true;
        var view = RenderDetail(await Bench.CreateLinkAsync());

        Assert.Empty(view.FindAll("[data-testid=qr]"));
        Assert.Equal("waiting-to-send", view.Find("[data-testid=state]").GetAttribute("data-state"));
        Assert.Contains("network returns", view.Find("[data-testid=outcome]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_BecomesReady_ShowsTheQrByItself()
    {
        var view = RenderDetail(await Bench.CreateLinkAsync());

        await Bench.CycleAsync();

        await view.WaitForAssertionAsync(() => Assert.Equal("https://checkout.withflintpay.com/pay/pl_1", view.Find("[data-testid=qr]").GetAttribute("data-url")));
        Assert.Contains("checkout.withflintpay.com", view.Find(".pay").TextContent, StringComparison.Ordinal);
        Assert.Equal("Payment QR, $150.00, Collect membership dues", view.Find("[data-testid=qr] [role=img], [data-testid=qr][role=img]").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Detail_Pause_WaitsForFlintThenSaysPaused()
    {
        var lid = await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        var view = RenderDetail(lid);

        await view.Find("[data-testid=link-pause]").ClickAsync();
        Assert.True(view.Find("[data-testid=link-pause]").HasAttribute("disabled"));
        await Bench.CycleAsync();

        await view.WaitForAssertionAsync(() => Assert.NotNull(view.Find("[data-testid=link-resume]")));
        Assert.Equal("paused", view.Find("[data-testid=state]").GetAttribute("data-state"));
        Assert.Empty(view.FindAll("[data-testid=qr]"));
    }

    [Fact]
    public void Detail_UnknownLink_SaysSo() => Assert.Contains("not on this device", RenderDetail("01K000000000000000000000").Markup, StringComparison.Ordinal);

    private static IEnumerable<string> FieldsWithErrors(IRenderedComponent<NewPaymentLinkView> view) =>
        view.FindAll("[data-testid=error]").Select(error => error.ParentElement!.QuerySelector("[data-testid=link-title]") is null ? "amount" : "title");

    private static async Task FillAsync(IRenderedComponent<NewPaymentLinkView> view, string title, string amount)
    {
        await view.Find("[data-testid=link-title]").InputAsync(title);
        await view.Find("[data-testid=amount-input]").InputAsync(amount);
    }

    private IRenderedComponent<PaymentLinkView> RenderDetail(string lid) => Render<PaymentLinkView>(p => p.Add(v => v.Lid, lid));
}
