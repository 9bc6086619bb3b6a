using Bunit;
using Flint.Operator.UI.PaymentLinks;

namespace Flint.Operator.UI.Tests.PaymentLinks;

public sealed class LinkCardViewTests : ScreenTest
{
    [Theory]
    [InlineData("a6", 1)]
    [InlineData("a4", 1)]
    [InlineData("a4four", 4)]
    [InlineData("a4sixteen", 16)]
    public async Task Sheet_Chosen_HoldsAsManyCards(string sheet, int cards)
    {
        var view = await RenderReadyAsync();

        await view.Find($"[data-testid=sheet-{sheet}]").ChangeAsync(true);

        Assert.Equal(cards, view.FindAll(".pay-card").Count);
        Assert.Contains(sheet, view.Find("[data-testid=sheet]").ClassList);

        // A screen reader hears the card once.
        Assert.Equal(cards - 1, view.FindAll(".pay-card[aria-hidden=true]").Count);
    }

    [Fact]
    public async Task Card_OfAReadyLink_CarriesWhatABuyerCompares()
    {
        var view = await RenderReadyAsync();

        var card = view.Find(".pay-card");
        Assert.Contains("Day pass", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("$150.00", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("TEST", card.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("data:image/svg+xml;base64,", card.QuerySelector("img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal("Payment QR, $150.00, Day pass", card.QuerySelector("img")!.GetAttribute("alt"));
    }

    [Fact]
    public async Task Print_Pressed_PrintsThePage()
    {
        var module = JSInterop.SetupModule("./_content/Flint.Operator.UI/operator.js");
        module.SetupVoid("printPage").SetVoidResult();
        var view = await RenderReadyAsync();

        await view.Find("[data-testid=card-print]").ClickAsync(new());

        module.VerifyInvoke("printPage");
    }

    [Fact]
    public async Task Link_NotAtFlintYet_SaysSoInsteadOfACard()
    {
        var lid = await Bench.CreateLinkAsync("Day pass");

        var view = Render<LinkCardView>(p => p.Add(c => c.Lid, lid));

        Assert.Empty(view.FindAll(".pay-card"));
        Assert.Contains("nothing to print yet", view.Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<LinkCardView>> RenderReadyAsync()
    {
        var lid = await Bench.CreateLinkAsync("Day pass");
        await Bench.CycleAsync();
        return Render<LinkCardView>(p => p.Add(c => c.Lid, lid));
    }
}
