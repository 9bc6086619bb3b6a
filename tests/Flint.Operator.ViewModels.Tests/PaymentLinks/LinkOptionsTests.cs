using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Validation;
using Flint.Operator.Testing.Stores;
using Flint.Operator.ViewModels.PaymentLinks;

namespace Flint.Operator.ViewModels.Tests.PaymentLinks;

/// <summary>The form of a link beyond title and amount.</summary>
public sealed class LinkOptionsTests : IDisposable
{
    private readonly ScreenBench _bench = new();

    [Fact]
    public async Task Save_EverythingTyped_IsWhatTheLinkSays()
    {
        var screen = await OpenAsync();
        var terms = screen.Terms;
        screen.Title = "Tips";
        terms.Pricing = LinkPricing.BuyerChooses;
        (terms.MinimumText, terms.MaximumText) = ("1", "90.00");
        (terms.Suggested[0], terms.Suggested[2]) = ("5", "10");
        (terms.ChoosesQuantity, terms.QuantityMinimumText, terms.QuantityMaximumText) = (true, "1", "5");
        (terms.Description, terms.CompletionsText, terms.CheckoutLife, terms.InactiveMessage) = ("Goes to the crew", "40", TimeSpan.FromMinutes(15), "Back in May");
        terms.Questions.Add(new QuestionForm { Label = "Day", Kind = QuestionKind.Dropdown, IsRequired = true, OptionsText = "Sat\n\nSun " });
        terms.Questions.Add(new QuestionForm { Label = "Day" });

        await screen.SaveCommand.ExecuteAsync(null);

        var link = (await _bench.Sync.LinkAsync(screen.SavedLid!))!;
        Assert.Equal(
            new PaymentLinkDraft("Tips", null)
            {
                Terms = StoreSamples.FullLink().Terms with
                {
                    Questions = [new LinkQuestion("day", QuestionKind.Dropdown, "Day") { IsRequired = true, Options = ["Sat", "Sun"] }, new LinkQuestion("day_2", QuestionKind.Text, "Day")],
                },
            },
            link.Draft);
    }

    [Fact]
    public async Task Save_NothingBeyondTitleAndAmount_IsAPlainLink()
    {
        var screen = await OpenAsync();
        Assert.False(screen.IsMoreOpen);
        (screen.Title, screen.AmountText) = ("Dues", "5");

        await screen.SaveCommand.ExecuteAsync(null);

        Assert.Equal(LinkTerms.Plain, (await _bench.Sync.LinkAsync(screen.SavedLid!))!.Draft.Terms);
    }

    [Theory]
    [InlineData("abc", "", "", "amount.minimum", FieldProblem.Unreadable)]
    [InlineData("1.2345", "", "", "amount.minimum", FieldProblem.TooManyDecimals)]
    [InlineData("10", "9", "", "amount.maximum", FieldProblem.TooSmall)]
    [InlineData("10", "", "9", "amount.suggested[0]", FieldProblem.TooSmall)]
    [InlineData("", "10", "11", "amount.suggested[0]", FieldProblem.TooLarge)]
    public async Task Save_BadRange_NamesTheFieldAndOpensTheOptions(string least, string most, string suggested, string field, FieldProblem problem)
    {
        var screen = await OpenAsync();
        screen.Title = "Tips";
        (screen.Terms.Pricing, screen.Terms.MinimumText, screen.Terms.MaximumText, screen.Terms.Suggested[1]) = (LinkPricing.Donation, least, most, suggested);

        await screen.SaveCommand.ExecuteAsync(null);

        Assert.Equal(problem, screen.ErrorFor(field)?.Problem);
        Assert.Single(screen.Errors);
        Assert.True(screen.IsMoreOpen);
        Assert.Empty(_bench.Sync.Store.Operations);
    }

    [Theory]
    [InlineData("ten", FieldProblem.Unreadable)]
    [InlineData("-1", FieldProblem.Unreadable)]
    [InlineData("99999999999999999999", FieldProblem.Unreadable)]
    [InlineData("0", FieldProblem.NotPositive)]
    public async Task Save_BadLimitInClosedOptions_OpensThem(string typed, FieldProblem problem)
    {
        var screen = await OpenAsync();
        (screen.Title, screen.AmountText, screen.Terms.CompletionsText) = ("Dues", "5", typed);

        await screen.SaveCommand.ExecuteAsync(null);

        Assert.Equal(problem, screen.ErrorFor("maximumCompletions")?.Problem);
        Assert.True(screen.IsMoreOpen);
    }

    [Fact]
    public async Task Save_BadAmountAlone_LeavesTheOptionsClosed()
    {
        var screen = await OpenAsync();
        (screen.Title, screen.AmountText) = ("Dues", "abc");

        await screen.SaveCommand.ExecuteAsync(null);

        Assert.False(screen.IsMoreOpen);
    }

    [Fact]
    public async Task LoadForEdit_LinkWithEverything_SavesWithoutAChange()
    {
        var lid = await FullAsync();
        var sent = _bench.Sync.Flint.Sent.Count;
        var screen = _bench.OpenPlain<NewPaymentLinkViewModel>();
        await screen.LoadForEditAsync(lid, CancellationToken.None);
        Assert.True(screen.IsMoreOpen);

        await screen.SaveCommand.ExecuteAsync(null);
        await _bench.Sync.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((lid, sent), (screen.SavedLid, _bench.Sync.Flint.Sent.Count));
    }

    [Fact]
    public async Task LoadForEdit_QuestionRenamedAndOneRemoved_KeepsItsKey()
    {
        var lid = await FullAsync();
        var screen = _bench.OpenPlain<NewPaymentLinkViewModel>();
        await screen.LoadForEditAsync(lid, CancellationToken.None);

        screen.Terms.Questions[0].Label = "Which day?";
        screen.Terms.Questions.RemoveAt(1);
        await screen.SaveCommand.ExecuteAsync(null);

        var question = Assert.Single((await _bench.Sync.LinkAsync(lid))!.Content.Terms.Questions);
        Assert.Equal(("day", "Which day?", "Choose"), (question.Key, question.Label, question.Placeholder));
    }

    [Fact]
    public async Task Load_FromALink_IsANewOneThatSaysTheSame()
    {
        var lid = await FullAsync();
        var screen = await OpenAsync(lid);

        await screen.SaveCommand.ExecuteAsync(null);

        Assert.NotEqual(lid, screen.SavedLid);
        Assert.Equal(StoreSamples.FullLink(), (await _bench.Sync.LinkAsync(screen.SavedLid!))!.Draft);
    }

    [Fact]
    public async Task Load_FromALinkThatIsNotKnownWhole_StartsEmpty()
    {
        var lid = await FullAsync();
        _bench.Sync.Flint.Change<PaymentLinkSnapshot>(_bench.Sync.Flint.Ledger[0].RemoteId, link => link with { Line = null });
        await _bench.Sync.RunAsync(TimeSpan.FromMinutes(2));

        Assert.False((await _bench.Sync.LinkAsync(lid))!.CanCopy);
        Assert.Equal("", (await OpenAsync(lid)).Title);
    }

    public void Dispose() => _bench.Dispose();

    private async Task<string> FullAsync()
    {
        var saved = await _bench.Sync.Get<PaymentLinkOperations>().CreateAsync(StoreSamples.FullLink(), CancellationToken.None);
        await _bench.Sync.CycleAsync();
        return Assert.IsType<Core.Sync.SaveOutcome.Saved>(saved).Lid;
    }

    private async Task<NewPaymentLinkViewModel> OpenAsync(string? from = null)
    {
        var screen = _bench.OpenPlain<NewPaymentLinkViewModel>();
        await screen.LoadAsync(null, from, CancellationToken.None);
        return screen;
    }
}
