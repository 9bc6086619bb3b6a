using AngleSharp.Dom;
using Bunit;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Testing.Stores;
using Flint.Operator.UI.PaymentLinks;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.PaymentLinks;

public sealed class LinkOptionsViewTests : ScreenTest
{
    [Fact]
    public void Open_NewLink_IsTwoFieldsAndOneButton()
    {
        var view = Render<NewPaymentLinkView>();

        Assert.Equal(["link-title", "amount-input"], view.FindAll("input, select, textarea").Select(field => field.GetAttribute("data-testid")));
        Assert.Equal("false", view.Find("[data-testid=link-more]").GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task Options_ClosedAgain_KeepWhatWasTyped()
    {
        var view = await OpenAsync();
        await view.Find("[data-testid=link-description]").InputAsync("Goes to the crew");

        await view.Find("[data-testid=link-more]").ClickAsync();
        Assert.Empty(view.FindAll("[data-testid=link-description]"));
        await FillAsync(view, "Dues", "5");

        Assert.Equal("Goes to the crew", Assert.IsType<Core.Sync.Operations.OperationIntent.CreatePaymentLink>(Bench.Store.Operations.Single().Intent).Draft.Terms.Description);
    }

    [Theory]
    [InlineData("buyerchooses", LinkPricing.BuyerChooses)]
    [InlineData("donation", LinkPricing.Donation)]
    public async Task Pricing_LeftToTheBuyer_AsksForARangeInPlaceOfTheAmount(string choice, LinkPricing pricing)
    {
        var view = await OpenAsync();

        await view.Find($"[data-testid=pricing-{choice}]").ChangeAsync(true);
        Assert.Empty(view.FindAll("[data-testid=amount-input]"));
        await view.Find("[data-testid=link-title]").InputAsync("Tips");
        await view.Find("[data-testid=amount-minimum]").InputAsync("5");
        await view.Find("[data-testid=amount-suggested-0]").InputAsync("10");
        await view.Find("form").SubmitAsync();

        var draft = (await Bench.LinkAsync(Bench.Store.Operations.Single().Lid))!.Draft;
        Assert.Equal((pricing, 500L, 1000L), (draft.Terms.Pricing, draft.Terms.Range!.Minimum!.Minor, draft.Terms.Range.Suggested[0].Minor));
        Assert.Equal(pricing == LinkPricing.Donation, view.FindAll("[data-testid=quantity-chosen]").Count == 0);
    }

    [Fact]
    public async Task Save_MostBelowLeast_SaysSoAtTheField()
    {
        var view = await OpenAsync();
        await view.Find("[data-testid=pricing-buyerchooses]").ChangeAsync(true);
        await view.Find("[data-testid=link-title]").InputAsync("Tips");
        await view.Find("[data-testid=amount-minimum]").InputAsync("5");
        await view.Find("[data-testid=amount-maximum]").InputAsync("4");

        await view.Find("form").SubmitAsync();

        Assert.Equal("true", view.Find("[data-testid=amount-maximum]").GetAttribute("aria-invalid"));
        Assert.Equal("Too little: at least $5.00.", Assert.Single(view.FindAll("[data-testid=error]")).TextContent.Trim());
    }

    [Fact]
    public async Task Question_DropdownWithoutChoices_SaysSoAtThem()
    {
        var view = await OpenAsync();
        await view.Find("[data-testid=question-add]").ClickAsync();
        await view.Find("[data-testid=question-label-0]").InputAsync("Which day?");
        await view.Find("[data-testid=question-kind-0]").ChangeAsync("Dropdown");

        await FillAsync(view, "Dues", "5");

        Assert.Equal("true", view.Find("[data-testid=question-options-0]").GetAttribute("aria-invalid"));
        await view.Find("[data-testid=question-remove-0]").ClickAsync();
        Assert.Empty(view.FindAll("[data-testid=question]"));
    }

    [Fact]
    public async Task Edit_DonationAtFlint_DoesNotOfferAnotherKind()
    {
        var lid = await ReadyAsync(new PaymentLinkDraft("Roof", null) { Terms = new LinkTerms { Pricing = LinkPricing.Donation } });

        var view = Render<NewPaymentLinkView>(p => p.Add(v => v.Lid, lid));

        Assert.Empty(view.FindAll("input[type=radio]"));
        Assert.Contains("A donation stays a donation", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_OrdinaryLinkAtFlint_DoesNotOfferADonation()
    {
        var lid = await ReadyAsync(StoreSamples.FullLink());

        var view = Render<NewPaymentLinkView>(p => p.Add(v => v.Lid, lid));

        Assert.Equal(["pricing-fixed", "pricing-buyerchooses"], view.FindAll("input[type=radio]").Select(radio => radio.GetAttribute("data-testid")));
        Assert.Equal("15 min", view.Find("[data-testid=link-life] option[selected], [data-testid=link-life] option[value='900']").TextContent);
    }

    [Fact]
    public async Task Detail_PriceOfTheBuyer_SaysItWhereTheAmountStands()
    {
        var lid = await ReadyAsync(StoreSamples.FullLink());

        var view = Render<PaymentLinkView>(p => p.Add(v => v.Lid, lid));

        Assert.Equal("Payment QR, $1.00 to $90.00, Tips", view.Find("[data-testid=qr]").GetAttribute("aria-label"));
        Assert.Equal("0 of 40 used", view.Find("[data-testid=link-uses]").TextContent);
        Assert.Equal($"/links/new?from={lid}", view.Find("[data-testid=link-copy]").GetAttribute("href"));
    }

    [Theory]
    [InlineData(null, null, "You choose")]
    [InlineData(500L, null, "From $5.00")]
    [InlineData(null, 900L, "Up to $9.00")]
    [InlineData(500L, 900L, "$5.00 to $9.00")]
    public async Task List_PriceOfTheBuyer_SaysItInItsRow(long? least, long? most, string said)
    {
        var range = new PriceRange { Minimum = least is { } from ? StoreSamples.Usd(from) : null, Maximum = most is { } to ? StoreSamples.Usd(to) : null };
        await ReadyAsync(new PaymentLinkDraft("Tips", null) { Terms = new LinkTerms { Pricing = LinkPricing.BuyerChooses, Range = range } });

        Assert.Equal(said, Render<PaymentLinkListView>().Find("[data-testid=row] .money").TextContent);
    }

    [Fact]
    public async Task Detail_LimitReached_SaysThatItIsSoldOut()
    {
        var lid = await ReadyAsync(new PaymentLinkDraft("Dues", StoreSamples.Usd(500)) { Terms = new LinkTerms { MaximumCompletions = 10 } });
        Bench.Flint.Change<PaymentLinkSnapshot>(Bench.Flint.Ledger[0].RemoteId, link => link with { CompletedCount = 10 });
        await Bench.RunAsync(TimeSpan.FromMinutes(2));

        var view = Render<PaymentLinkView>(p => p.Add(v => v.Lid, lid));

        Assert.Equal("10 of 10 used", view.Find("[data-testid=link-uses]").TextContent);
        Assert.NotEmpty(view.FindAll("[data-testid=sold-out]"));
    }

    [Fact]
    public async Task Pause_WithAMessage_SendsItAndShowsItOncePaused()
    {
        var lid = await ReadyAsync(new PaymentLinkDraft("Dues", StoreSamples.Usd(500)));
        var view = Render<PaymentLinkView>(p => p.Add(v => v.Lid, lid));

        await view.Find("[data-testid=pause-message]").InputAsync("Back in May");
        await view.Find("[data-testid=link-pause]").ClickAsync();
        await Bench.CycleAsync();

        await view.WaitForAssertionAsync(() => Assert.Equal("Its page says: Back in May", view.Find("[data-testid=inactive-message]").TextContent));
        Assert.Empty(view.FindAll("[data-testid=pause-message]"));
    }

    [Fact]
    public async Task Pause_WithACardNumber_IsRefusedAtTheMessage()
    {
        var lid = await ReadyAsync(new PaymentLinkDraft("Dues", StoreSamples.Usd(500)));
        var view = Render<PaymentLinkView>(p => p.Add(v => v.Lid, lid));

        await view.Find("[data-testid=pause-message]").InputAsync("4242 4242 4242 4242");
        await view.Find("[data-testid=link-pause]").ClickAsync();

        Assert.Equal("true", view.Find("[data-testid=pause-message]").GetAttribute("aria-invalid"));
        Assert.Contains("card number", Assert.Single(view.FindAll("[data-testid=error]")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uses_BoughtByABuyer_AreListedWithTheirSum()
    {
        var lid = await ReadyAsync(new PaymentLinkDraft("Dues", StoreSamples.Usd(500)));
        Bench.Flint.Add(StoreSamples.OrderAt("ord_9") with { Reference = null, UpdatedAt = null, PaidMoney = StoreSamples.Usd(16_500) });
        Bench.Flint.Add(StoreSamples.SessionAt("cs_9") with { Reference = null, UpdatedAt = null, OrderId = "ord_9", PaymentLinkId = Bench.Flint.Ledger[0].RemoteId });
        await Bench.RunAsync(TimeSpan.FromMinutes(2));

        var view = Render<PaymentLinkView>(p => p.Add(v => v.Lid, lid));

        await view.WaitForAssertionAsync(() => Assert.Equal("$165.00", view.Find("[data-testid=uses-paid] .money").TextContent));
        Assert.Contains("Paid on 1 checkout", view.Find("[data-testid=uses-paid]").TextContent, StringComparison.Ordinal);
        Assert.Single(view.FindAll("[data-testid=beside-row][href^='/checkouts/']"));
    }

    private async Task<IRenderedComponent<NewPaymentLinkView>> OpenAsync()
    {
        var view = Render<NewPaymentLinkView>();
        await view.Find("[data-testid=link-more]").ClickAsync();
        return view;
    }

    private async Task<string> ReadyAsync(PaymentLinkDraft draft)
    {
        var saved = await Bench.Get<PaymentLinkOperations>().CreateAsync(draft, CancellationToken.None);
        await Bench.CycleAsync();
        return Assert.IsType<SaveOutcome.Saved>(saved).Lid;
    }

    private static async Task FillAsync(IRenderedComponent<NewPaymentLinkView> view, string title, string amount)
    {
        await view.Find("[data-testid=link-title]").InputAsync(title);
        await view.Find("[data-testid=amount-input]").InputAsync(amount);
        await view.Find("form").SubmitAsync();
    }
}
