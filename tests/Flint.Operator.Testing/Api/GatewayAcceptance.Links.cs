using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;
using Xunit;

namespace Flint.Operator.Testing.Api;

/// <summary>What the gateway promises about the kinds of link: what was entered is what the API then tells.</summary>
public abstract partial class GatewayAcceptance
{
    /// <summary>The kinds by name.</summary>
    public static TheoryData<string> LinkKinds => [.. Kinds.Keys];

    private static Dictionary<string, LinkTerms> Kinds { get; } = new(StringComparer.Ordinal)
    {
        ["any price"] = new() { Pricing = LinkPricing.BuyerChooses, Range = PriceRange.Any },
        ["price in a range"] = new() { Pricing = LinkPricing.BuyerChooses, Range = Between(500, 5000, 1000, 2000) },
        ["quantity"] = new() { Quantity = new QuantityRange(2, 8) },
        ["any quantity"] = new() { Quantity = new QuantityRange() },
        ["price and quantity"] = new() { Pricing = LinkPricing.BuyerChooses, Range = Between(500, null), Quantity = new QuantityRange(null, 4) },
        ["any donation"] = new() { Pricing = LinkPricing.Donation, Range = PriceRange.Any },
        ["donation in a range"] = new() { Pricing = LinkPricing.Donation, Range = Between(500, 10_000, 1000, 2500, 5000) },
        ["words and limits"] = new() { Description = "Holds your place", MaximumCompletions = 40, CheckoutLife = TimeSpan.FromMinutes(15), InactiveMessage = "Back in May" },
        ["questions"] = new() { Questions = [Day, new LinkQuestion("note", QuestionKind.LongText, "Anything else?"), new LinkQuestion("terms", QuestionKind.Checkbox, "I agree") { IsRequired = true }] },
    };

    private static LinkQuestion Day => new("day", QuestionKind.Dropdown, "Which day?") { IsRequired = true, Options = ["Sat", "Sun"] };

    [Theory]
    [MemberData(nameof(LinkKinds))]
    public async Task Create_LinkOfAnyKind_IsToldAsItWasEntered(string kind)
    {
        var draft = Draft(Kinds[kind]);

        Assert.Equal(draft, PaymentLinkDraft.Of(await MakeLinkAsync(draft)));
    }

    // Every kind over every other that the rules let through: a field that is not in the other kind has to go.
    [Theory]
    [MemberData(nameof(LinkKinds))]
    public async Task Edit_LinkOfAnyKindIntoAnother_IsToldAsItWasEntered(string kind)
    {
        foreach (var (other, terms) in Kinds.Where(entry => (entry.Value.Pricing == LinkPricing.Donation) == (Kinds[kind].Pricing == LinkPricing.Donation)))
        {
            var link = await MakeLinkAsync(Draft(Kinds[kind]));
            var mine = Draft(terms with { MaximumCompletions = terms.MaximumCompletions ?? Kinds[kind].MaximumCompletions, CheckoutLife = terms.CheckoutLife ?? Kinds[kind].CheckoutLife });

            var edited = await EditAsync(link, mine);

            Assert.True(mine == PaymentLinkDraft.Of(edited), $"{kind} -> {other}: {PaymentLinkDraft.Of(edited)}");
            Assert.Equal((link.Line?.Id, link.Url), (edited.Line?.Id, edited.Url));
        }
    }

    [Fact]
    public async Task Edit_OfOneQuestion_KeepsTheOthers()
    {
        var link = await MakeLinkAsync(Draft(Kinds["questions"]));
        var told = PaymentLinkDraft.Of(link);

        var edited = await EditAsync(link, told with { Terms = told.Terms with { Questions = [Day with { Label = "Which morning?" }, told.Terms.Questions[2]] } });

        Assert.Equal(["Which morning?", "I agree"], edited.Terms!.Questions.Select(question => question.Label));
        Assert.Equal(link.QuestionIds.Where(id => id.Key != "note"), edited.QuestionIds);
    }

    [Fact]
    public async Task Pause_WithAMessage_SaysItOnThePage()
    {
        var link = await MakeLinkAsync();

        var paused = Assert.IsType<PaymentLinkSnapshot>(Succeeded(await SendAsync(
            NewOperation(new OperationIntent.SetPaymentLinkActive(false) { InactiveMessage = "Back in May" }), new WireTargets(OwnId: link.RemoteId))));

        Assert.Equal((false, "Back in May"), (paused.IsActive, paused.Terms!.InactiveMessage));
    }

    private static PaymentLinkDraft Draft(LinkTerms terms) => new("Stall deposit", terms.Pricing == LinkPricing.Fixed ? Usd(4500) : null) { Terms = terms };

    private static PriceRange Between(long least, long? most, params long[] suggested) =>
        new() { Minimum = Usd(least), Maximum = most is { } minor ? Usd(minor) : null, Suggested = [.. suggested.Select(Usd)] };

    private async Task<PaymentLinkSnapshot> MakeLinkAsync(PaymentLinkDraft draft) =>
        Assert.IsType<PaymentLinkSnapshot>(Succeeded(await SendAsync(NewOperation(new OperationIntent.CreatePaymentLink(draft)))));
}
