using AngleSharp.Dom;
using Bunit;
using Flint.Operator.Core.Sync;
using Flint.Operator.Testing.Api;
using Flint.Operator.UI.PaymentLinks;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.PaymentLinks;

public sealed class NewPaymentLinkViewTests : ScreenTest
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task Save_TitleAndAmount_IsKeptHereAndOpens()
    {
        Bench.Flint.IsDown = true;
        var view = Render<NewPaymentLinkView>();

        await FillAsync(view, "Collect membership dues", "150.00");

        var operation = Assert.Single(Bench.Store.Operations);
        Assert.EndsWith($"/links/{operation.Lid}", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal(15000, (await Bench.LinkAsync(operation.Lid))!.AmountMoney!.Minor);
    }

    [Fact]
    public async Task Save_NothingEntered_SaysSoAtBothFields()
    {
        var view = Render<NewPaymentLinkView>();

        await FillAsync(view, "", "");

        Assert.Equal(2, view.FindAll("[data-testid=error]").Count);
        foreach (var field in new[] { "link-title", "amount-input" })
        {
            var input = view.Find($"[data-testid={field}]");
            Assert.Equal("true", input.GetAttribute("aria-invalid"));
            Assert.Equal("Fill this in.", view.Find($"#{input.GetAttribute("aria-describedby")}").TextContent.Trim());
        }

        Assert.Empty(Bench.Store.Operations);
    }

    [Theory]
    [InlineData("12.3456", "Too many decimals: this currency has 2.")]
    [InlineData("0", "It must be more than zero.")]
    [InlineData("twelve", "This cannot be read. Use digits, such as 12 or 12.50.")]
    public async Task Save_BadAmount_SaysWhatIsWrong(string amount, string said)
    {
        var view = Render<NewPaymentLinkView>();

        await FillAsync(view, "Dues", amount);

        Assert.Equal(said, Assert.Single(view.FindAll("[data-testid=error]")).TextContent.Trim());
        Assert.Empty(Bench.Store.Operations);
    }

    [Fact]
    public async Task Save_DiskFull_SaysThatNothingWasSavedAndStays()
    {
        var before = Navigation.Uri;
        var view = Render<NewPaymentLinkView>();
        Bench.Store.FailNext(CommitOutcome.DiskFull);

        await FillAsync(view, "Dues", "10");

        Assert.Contains("nothing was saved", Assert.Single(view.FindAll("[data-testid=error]")).TextContent, StringComparison.Ordinal);
        Assert.Equal(before, Navigation.Uri);
    }

    [Fact]
    public async Task Save_TappedTwice_MakesOneLink()
    {
        var view = Render<NewPaymentLinkView>();

        await FillAsync(view, "Dues", "10");
        await view.Find("form").SubmitAsync();

        Assert.Single(Bench.Store.Operations);
    }

    [Fact]
    public async Task Fix_Refused_ShowsTheReasonAndSendsACorrectedOne()
    {
        Bench.Flint.Fail(FlintFault.Refused);
        var lid = await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        Navigation.NavigateTo($"/links/new?fix={Bench.Store.Operations[0].Id}");
        var view = Render<NewPaymentLinkView>();

        Assert.Contains("VALIDATION_ERROR it is.", view.Find("[data-testid=error]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Collect membership dues", view.Find("[data-testid=link-title]").GetAttribute("value"));
        await FillAsync(view, "Dues 2027", "150.00");
        await Bench.CycleAsync();

        Assert.EndsWith($"/links/{lid}", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal(("Dues 2027", RecordState.Ready), ((await Bench.LinkAsync(lid))!.Title, (await Bench.LinkAsync(lid))!.State));
    }

    [Fact]
    public void Render_Always_LeadsToTheGuide() =>
        Assert.Equal("/guide", Render<NewPaymentLinkView>().Find("form a").GetAttribute("href"));

    private static async Task FillAsync(IRenderedComponent<NewPaymentLinkView> view, string title, string amount)
    {
        await view.Find("[data-testid=link-title]").InputAsync(title);
        await view.Find("[data-testid=amount-input]").InputAsync(amount);
        await view.Find("form").SubmitAsync();
    }
}
