using AngleSharp.Dom;
using Bunit;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;
using Flint.Operator.UI.PaymentLinks;
using Flint.Operator.UI.Shell;
using Flint.Operator.UI.Sync;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.PaymentLinks;

public sealed class EditPaymentLinkViewTests : ScreenTest
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task Edit_FromTheDetail_WaitsAndSaysWhatBuyersStillSee()
    {
        var lid = await ReadyAsync();
        Bench.Flint.IsDown = true;
        Assert.Equal($"/links/{lid}/edit", Detail(lid).Find("[data-testid=link-edit]").GetAttribute("href"));
        var form = Form(lid);
        Assert.Equal("150.00", form.Find("[data-testid=amount-input]").GetAttribute("value"));

        await form.Find("[data-testid=link-title]").InputAsync("Dues 2027");
        await form.Find("[data-testid=amount-input]").InputAsync("160");
        await form.Find("form").SubmitAsync();

        Assert.EndsWith($"/links/{lid}", Navigation.Uri, StringComparison.Ordinal);
        var detail = Detail(lid);
        Assert.Contains("Changed here, waits for Flint", detail.Find("[data-testid=link-change]").TextContent, StringComparison.Ordinal);
        Assert.Contains("It will be: Dues 2027 · $160.00.", detail.Find("[data-testid=link-change]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Payment QR, $150.00, Collect membership dues", detail.Find("[data-testid=qr]").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Edit_OnceFlintHasIt_ShowsTheSameQrWithTheNewPrice()
    {
        var lid = await ReadyAsync();
        var detail = Detail(lid);
        var url = detail.Find("[data-testid=qr]").GetAttribute("data-url");

        await Bench.EditLinkAsync(lid, "Dues 2027", 16000);
        await Bench.CycleAsync();

        await detail.WaitForAssertionAsync(() => Assert.Equal("Payment QR, $160.00, Dues 2027", detail.Find("[data-testid=qr]").GetAttribute("aria-label")));
        Assert.Equal(url, detail.Find("[data-testid=qr]").GetAttribute("data-url"));
        Assert.Contains("What it says", detail.Find("[data-testid=link-change]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_LinkThatWaits_IsSentAsChanged()
    {
        Bench.Flint.IsDown = true;
        var lid = await Bench.CreateLinkAsync();
        var form = Form(lid);
        Assert.Contains("the change is sent with it", form.Markup, StringComparison.Ordinal);

        await form.Find("[data-testid=link-title]").InputAsync("Dues 2027");
        await form.Find("form").SubmitAsync();
        Bench.Flint.IsDown = false;
        await Bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("Dues 2027", ((PaymentLinkSnapshot)Assert.Single(Bench.Flint.Ledger)).Title);
        Assert.Single(Bench.Flint.Sent);
    }

    [Fact]
    public async Task Edit_SeveralPrices_DisablesTheAmountWithTheReason()
    {
        var lid = await ReadyAsync();
        Bench.Flint.Change<PaymentLinkSnapshot>(Bench.Flint.Ledger[0].RemoteId, link => link with { Line = null });
        await Bench.RunAsync(TimeSpan.FromMinutes(2));

        var form = Form(lid);

        var amount = form.Find("[data-testid=amount-input]");
        Assert.True(amount.IsDisabled());
        Assert.Contains("Change those in your Flint dashboard", form.Find($"#{amount.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_DoubleTap_ChangesOnce()
    {
        var lid = await ReadyAsync();
        var form = Form(lid);
        await form.Find("[data-testid=link-title]").InputAsync("Dues 2027");

        await form.Find("form").SubmitAsync();
        await form.Find("form").SubmitAsync();

        Assert.Equal(2, Bench.Store.Operations.Count);
    }

    [Fact]
    public void Edit_UnknownLink_LeadsBack() =>
        Assert.Equal("/links/nowhere", Form("nowhere").FindAll("a.btn-primary")[^1].GetAttribute("href"));

    [Fact]
    public async Task Detail_Conflict_ShowsThePanelAndTheQrComesBackAfterIt()
    {
        var lid = await Bench.ConflictAsync();
        var detail = Detail(lid);
        Assert.Equal("conflict-needs-you", detail.Find("[data-testid=outcome] [data-testid=state]").GetAttribute("data-state"));
        Assert.Empty(detail.FindAll("[data-testid=link-edit]"));

        await detail.Find("[data-testid=conflict-theirs]").ClickAsync();

        await detail.WaitForAssertionAsync(() => Assert.Equal("Payment QR, $170.00, Dues, theirs", detail.Find("[data-testid=qr]").GetAttribute("aria-label")));
        Assert.Empty(detail.FindAll("[data-testid=conflict]"));
    }

    [Fact]
    public async Task Detail_RefusedEdit_GivesTheReasonAndBothWaysOut()
    {
        var lid = await RefusedAsync();

        var card = Detail(lid).Find("[data-testid=link-change]");

        Assert.Contains("Flint refused your change", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("VALIDATION_ERROR it is.", card.QuerySelector("[data-testid=error]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/outbox", $"/links/{lid}/edit"], card.QuerySelectorAll("a").Select(way => way.GetAttribute("href")));
    }

    [Fact]
    public async Task Discard_RefusedEdit_SaysThatTheChangeExistsOnlyHere()
    {
        await RefusedAsync();
        var outbox = Render<OutboxView>();

        await outbox.Find("[data-testid=outbox-discard]").ClickAsync();

        Assert.Contains("Your change exists only here.", outbox.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_Offline_SaysThatItIsSentLater()
    {
        var lid = await ReadyAsync();

        var form = Render<NewPaymentLinkView>(p => p.Add(v => v.Lid, lid).AddCascadingValue(new ShellStatus(true, "offline", 1, "Maya", "Counter 2", "light", null)));

        Assert.Contains("sent by itself when the network returns", form.Markup, StringComparison.Ordinal);
    }

    private async Task<string> ReadyAsync()
    {
        var lid = await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        return lid;
    }

    private async Task<string> RefusedAsync()
    {
        var lid = await ReadyAsync();
        Bench.Flint.Fail(FlintFault.Refused);
        await Bench.EditLinkAsync(lid, "Dues 2027");
        await Bench.CycleAsync();
        return lid;
    }

    private IRenderedComponent<NewPaymentLinkView> Form(string lid) => Render<NewPaymentLinkView>(p => p.Add(v => v.Lid, lid));

    private IRenderedComponent<PaymentLinkView> Detail(string lid) => Render<PaymentLinkView>(p => p.Add(v => v.Lid, lid));
}
