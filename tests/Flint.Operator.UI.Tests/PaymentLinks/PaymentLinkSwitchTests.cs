using Bunit;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.UI.PaymentLinks;

namespace Flint.Operator.UI.Tests.PaymentLinks;

public sealed class PaymentLinkSwitchTests : ScreenTest
{
    [Fact]
    public async Task Open_Ready_SaysWhatPausingDoesToAPrintedQr()
    {
        var view = RenderDetail(await ReadyAsync());

        Assert.Contains("Pause it and its QR, printed ones too, stops taking payment", view.Find(".ends").TextContent, StringComparison.Ordinal);
        Assert.Contains("Used 0 times", view.Find(".ends").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_PauseStillWaits_SaysSoAndDoesNotOfferItAgain()
    {
        var lid = await ReadyAsync();
        Bench.Flint.IsDown = true;
        await Bench.Get<PaymentLinkOperations>().SetActiveAsync(lid, isActive: false, CancellationToken.None);

        var view = RenderDetail(lid);

        Assert.True(view.Find("[data-testid=link-pause]").HasAttribute("disabled"));
        Assert.Contains("copies of the QR that buyers hold still take payment", view.Find(".ends").TextContent, StringComparison.Ordinal);
        Assert.Equal("paused", view.Find("[data-testid=state]").GetAttribute("data-state"));
        Assert.Contains("Being paused", view.Find("[data-testid=outcome]").TextContent, StringComparison.Ordinal);
        Assert.Empty(view.FindAll("[data-testid=qr]"));
    }

    [Fact]
    public async Task Pause_Refused_GivesTheReasonAndLeadsToTheOutbox()
    {
        var view = RenderDetail(await ReadyAsync());
        Bench.Flint.Fail(FlintFault.Refused);

        await view.Find("[data-testid=link-pause]").ClickAsync();
        await Bench.CycleAsync();

        await view.WaitForAssertionAsync(() => Assert.Contains("VALIDATION_ERROR it is.", view.Find(".ends [data-testid=error]").TextContent, StringComparison.Ordinal));
        Assert.Equal("/outbox", view.Find(".ends a").GetAttribute("href"));
        Assert.Empty(view.FindAll("[data-testid=link-pause]"));
        await view.WaitForAssertionAsync(() => Assert.NotEmpty(view.FindAll("[data-testid=qr]")));
    }

    [Fact]
    public async Task Pause_RefusedAndDiscarded_CanBeAskedForAgain()
    {
        var view = RenderDetail(await ReadyAsync());
        Bench.Flint.Fail(FlintFault.Refused);
        await view.Find("[data-testid=link-pause]").ClickAsync();
        await Bench.CycleAsync();

        await Bench.Get<OutboxOperations>().DiscardAsync(Bench.Store.Operations[^1].Id, CancellationToken.None);

        await view.WaitForAssertionAsync(() => Assert.False(view.Find("[data-testid=link-pause]").HasAttribute("disabled")));
    }

    [Fact]
    public async Task Pause_DiskFull_SaysSoAndCanBeTappedAgain()
    {
        var view = RenderDetail(await ReadyAsync());
        Bench.Store.FailNext(CommitOutcome.DiskFull);

        await view.Find("[data-testid=link-pause]").ClickAsync();

        Assert.Contains("The disk is full", view.Find("[data-testid=error]").TextContent, StringComparison.Ordinal);
        Assert.False(view.Find("[data-testid=link-pause]").HasAttribute("disabled"));
        Assert.Single(Bench.Store.Operations);
    }

    [Fact]
    public async Task Resume_Paused_ShowsTheSameQrAgain()
    {
        var lid = await ReadyAsync();
        var view = RenderDetail(lid);
        var url = view.Find("[data-testid=qr]").GetAttribute("data-url");
        await view.Find("[data-testid=link-pause]").ClickAsync();
        await Bench.CycleAsync();
        await view.WaitForAssertionAsync(() => Assert.Contains("Resume it and every QR of it works again.", view.Find(".ends").TextContent, StringComparison.Ordinal));
        Assert.Equal("Paused · checked just now", view.Find("[data-testid=outcome] [data-testid=state]").TextContent.Trim());
        Assert.DoesNotContain("checked", view.Find(".timeline").TextContent, StringComparison.Ordinal);

        await view.Find("[data-testid=link-resume]").ClickAsync();
        Assert.Contains("until then it stays paused", view.Find(".ends").TextContent, StringComparison.Ordinal);
        await Bench.CycleAsync();

        await view.WaitForAssertionAsync(() => Assert.Equal(url, view.Find("[data-testid=qr]").GetAttribute("data-url")));
    }

    [Fact]
    public async Task Pause_OfASecondRecordRefused_ShowsNoQrSaysWhyAndCanBeAskedForAgain()
    {
        await ReadyAsync();
        Bench.Flint.Add((PaymentLinkSnapshot)Bench.Flint.Ledger[0] with { RemoteId = "pl_twin", CreatedAt = null, UpdatedAt = null });
        Bench.Flint.Fail(FlintFault.Refused);
        await Bench.RunAsync(TimeSpan.FromMinutes(2));
        var view = RenderDetail(Bench.Store.Operations[^1].Lid);

        Assert.Empty(view.FindAll("[data-testid=qr]"));
        Assert.Contains("a second time from the same tap", view.Find("[data-testid=second-record]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Second record", view.Find("[data-testid=beside-row][aria-current=true]").TextContent, StringComparison.Ordinal);
        await view.Find("[data-testid=link-pause]").ClickAsync();
        await Bench.CycleAsync();

        await view.WaitForAssertionAsync(() => Assert.Equal("paused", view.Find("[data-testid=outcome] [data-testid=state]").GetAttribute("data-state")));
        Assert.False(((PaymentLinkSnapshot)Bench.Flint.Ledger[^1]).IsActive);
    }

    private async Task<string> ReadyAsync()
    {
        var lid = await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        return lid;
    }

    private IRenderedComponent<PaymentLinkView> RenderDetail(string lid) => Render<PaymentLinkView>(p => p.Add(v => v.Lid, lid));
}
