using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Validation;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.PaymentLinks;

/// <summary>What of a link can still be changed, by where it stands.</summary>
public sealed class LinkLocksTests : IDisposable
{
    private static readonly LinkTerms Donation = new() { Pricing = LinkPricing.Donation, Range = PriceRange.Any };

    private readonly SyncBench _bench = new();

    private PaymentLinkOperations Links => _bench.Get<PaymentLinkOperations>();

    [Fact]
    public async Task Edit_NotSentYet_MayBecomeADonation()
    {
        _bench.Flint.IsDown = true;
        var lid = await _bench.CreateLinkAsync();

        Assert.IsType<SaveOutcome.Saved>(await EditAsync(lid, draft => draft with { Terms = Donation }));

        Assert.Equal((LinkPricing.Donation, null), ((await LinkAsync(lid)).Draft.Terms.Pricing, (await LinkAsync(lid)).Draft.AmountMoney));
    }

    [Fact]
    public async Task Edit_AtFlint_MayNotBecomeADonation()
    {
        var lid = await ReadyAsync(LinkTerms.Plain);

        Assert.Equal([new FieldError("amount", FieldProblem.Fixed)], Errors(await EditAsync(lid, draft => draft with { Terms = Donation })));
    }

    [Fact]
    public async Task Edit_FixedPriceAtFlint_MayBecomeThePriceOfTheBuyer()
    {
        var lid = await ReadyAsync(LinkTerms.Plain);

        await EditAsync(lid, draft => draft with { Terms = new LinkTerms { Pricing = LinkPricing.BuyerChooses } });
        await _bench.CycleAsync();

        var snapshot = (await LinkAsync(lid)).Snapshot!;
        Assert.Equal((LinkPricing.BuyerChooses, PriceRange.Any, null), (snapshot.Terms!.Pricing, snapshot.Terms.Range, snapshot.AmountMoney));
    }

    [Fact]
    public async Task Edit_LimitAtFlint_CanBeRaisedButNotTakenAway()
    {
        var lid = await ReadyAsync(new LinkTerms { MaximumCompletions = 10, CheckoutLife = TimeSpan.FromMinutes(15) });

        Assert.Equal(
            [new FieldError("maximumCompletions", FieldProblem.Permanent), new FieldError("checkoutLife", FieldProblem.Permanent)],
            Errors(await EditAsync(lid, draft => draft with { Terms = LinkTerms.Plain })));
        Assert.IsType<SaveOutcome.Saved>(await EditAsync(lid, draft => draft with { Terms = draft.Terms with { MaximumCompletions = 20 } }));
    }

    [Fact]
    public async Task Edit_LimitThatWasNeverSent_CanBeTakenAway()
    {
        var lid = await ReadyAsync(LinkTerms.Plain);
        _bench.Flint.IsDown = true;
        await EditAsync(lid, draft => draft with { Terms = new LinkTerms { MaximumCompletions = 10 } });

        Assert.IsType<SaveOutcome.Saved>(await EditAsync(lid, draft => draft with { Terms = LinkTerms.Plain }));
        Assert.Null((await LinkAsync(lid)).OpenEdit);
    }

    [Fact]
    public async Task Edit_StoredBeforeTermsWereRead_ChangesTitleAndPriceAlone()
    {
        var lid = await ReadyAsync(LinkTerms.Plain);
        await ElsewhereAsync(link => link with { Terms = null });

        Assert.Equal(
            ["quantity", "questions", "description"],
            Errors(await EditAsync(lid, draft => draft with { Terms = new LinkTerms { Quantity = new QuantityRange(), Description = "More", Questions = [Question] } })).Select(error => error.Field));
        Assert.IsType<SaveOutcome.Saved>(await EditAsync(lid, draft => draft with { Title = "Dues 2027", AmountMoney = new Money(1, Currency.Of("USD")) }));
    }

    [Fact]
    public async Task Edit_QuestionsOfAnotherApp_StayAsTheyAre()
    {
        var lid = await ReadyAsync(LinkTerms.Plain);
        await ElsewhereAsync(link => link with { HasForeignQuestions = true });

        Assert.Equal([new FieldError("questions", FieldProblem.Fixed)], Errors(await EditAsync(lid, draft => draft with { Terms = new LinkTerms { Questions = [Question] } })));
        Assert.IsType<SaveOutcome.Saved>(await EditAsync(lid, draft => draft with { Terms = new LinkTerms { Description = "More" } }));
    }

    [Fact]
    public async Task Edit_WhatAnotherAppSetOutsideOurRules_HindersNoOtherChange()
    {
        var lid = await ReadyAsync(LinkTerms.Plain);
        await ElsewhereAsync(link => link with { Terms = link.Terms! with { Description = new string('x', 4000) } });

        Assert.IsType<SaveOutcome.Saved>(await EditAsync(lid, draft => draft with { Title = "Dues 2027" }));
    }

    [Fact]
    public async Task Edit_Donation_SendsItsBoundsAndTakesThemAway()
    {
        var lid = await ReadyAsync(Donation with { Range = new PriceRange { Minimum = Usd(500), Suggested = [Usd(1000)] } });

        await EditAsync(lid, draft => draft with { Terms = Donation });
        await _bench.CycleAsync();

        Assert.Equal(PriceRange.Any, (await LinkAsync(lid)).Snapshot!.Terms!.Range);
    }

    [Fact]
    public async Task Pause_WithAMessage_SaysItAndWaitsInTheOutbox()
    {
        var lid = await ReadyAsync(LinkTerms.Plain);

        Assert.IsType<SaveOutcome.Saved>(await Links.PauseAsync(lid, "  Back in May ", CancellationToken.None));
        await _bench.CycleAsync();

        var link = await LinkAsync(lid);
        Assert.Equal((RecordState.Paused, "Back in May"), (link.State, link.Snapshot!.Terms!.InactiveMessage));
    }

    [Fact]
    public async Task Pause_WithACardNumber_IsRefusedAtItsField()
    {
        var lid = await ReadyAsync(LinkTerms.Plain);

        Assert.Equal([new FieldError("inactiveMessage", FieldProblem.CardNumber)], Errors(await Links.PauseAsync(lid, "4242 4242 4242 4242", CancellationToken.None)));
        Assert.Null((await LinkAsync(lid)).OpenSwitch);
    }

    public void Dispose() => _bench.Dispose();

    private static LinkQuestion Question => new("day", QuestionKind.Text, "Day");

    private static Money Usd(long minor) => new(minor, Currency.Of("USD"));

    private static IReadOnlyList<FieldError> Errors(SaveOutcome outcome) => Assert.IsType<SaveOutcome.Invalid>(outcome).Errors;

    private async Task<string> ReadyAsync(LinkTerms terms)
    {
        var saved = await Links.CreateAsync(new PaymentLinkDraft("Dues", terms.Pricing == LinkPricing.Fixed ? Usd(15000) : null) { Terms = terms }, CancellationToken.None);
        await _bench.CycleAsync();
        return Assert.IsType<SaveOutcome.Saved>(saved).Lid;
    }

    private async Task ElsewhereAsync(Func<PaymentLinkSnapshot, PaymentLinkSnapshot> change)
    {
        _bench.Flint.Change(_bench.Flint.Ledger[0].RemoteId, change);
        await _bench.RunAsync(TimeSpan.FromMinutes(2));
    }

    private async Task<SaveOutcome> EditAsync(string lid, Func<PaymentLinkDraft, PaymentLinkDraft> change) =>
        await Links.EditAsync(lid, change((await LinkAsync(lid)).Content), CancellationToken.None);

    private async Task<PaymentLink> LinkAsync(string lid) => (await _bench.LinkAsync(lid))!;
}
