using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Tests.PaymentLinks;

public sealed class PaymentLinkEditTests
{
    private static readonly PaymentLinkDraft Before = new("Dues", Usd(15000)) { Terms = new LinkTerms { Description = "For 2027", MaximumCompletions = 10 } };

    // One change of each field, so that none can be forgotten in the table of fields.
    public static TheoryData<string> Fields => [.. Changes.Keys];

    private static Dictionary<string, Func<PaymentLinkDraft, PaymentLinkDraft>> Changes { get; } = new(StringComparer.Ordinal)
    {
        ["title"] = draft => draft with { Title = "Mine" },
        ["amount"] = draft => draft with { AmountMoney = null, Terms = draft.Terms with { Pricing = LinkPricing.BuyerChooses, Range = PriceRange.Any } },
        ["quantity"] = draft => draft with { Terms = draft.Terms with { Quantity = new QuantityRange(2, 4) } },
        ["description"] = draft => draft with { Terms = draft.Terms with { Description = null } },
        ["maximumCompletions"] = draft => draft with { Terms = draft.Terms with { MaximumCompletions = 20 } },
        ["checkoutLife"] = draft => draft with { Terms = draft.Terms with { CheckoutLife = TimeSpan.FromMinutes(15) } },
        ["inactiveMessage"] = draft => draft with { Terms = draft.Terms with { InactiveMessage = "Back in May" } },
        ["questions"] = draft => draft with { Terms = draft.Terms with { Questions = [new LinkQuestion("day", QuestionKind.Text, "Day")] } },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Merge_OneFieldChangedHere_IsLaidOverWhatChangedThere(string field)
    {
        var edit = new OperationIntent.UpdatePaymentLink(Changes[field](Before), Before);
        var theirs = Changes.Where(change => change.Key != field).Aggregate(Before, (draft, change) => change.Value(draft));

        Assert.Empty(PaymentLinkEdit.Conflicts(edit, theirs));
        Assert.Equal(Changes[field](theirs), PaymentLinkEdit.Merge(edit, theirs));
        Assert.Equal([field], PaymentLinkEdit.Changed(Before, edit.Mine));
    }

    [Fact]
    public void Changes_OfTheTest_CoverEveryField() =>
        Assert.Equal(Changes.Keys, PaymentLinkEdit.Changed(Before, Changes.Values.Aggregate(Before, (draft, change) => change(draft))));

    [Fact]
    public void Yield_TwoFieldsOneCollides_KeepsTheOther()
    {
        var edit = new OperationIntent.UpdatePaymentLink(Changes["title"](Changes["maximumCompletions"](Before)), Before);
        var theirs = Before with { Terms = Before.Terms with { MaximumCompletions = 30 } };

        Assert.Equal(["maximumCompletions"], PaymentLinkEdit.Conflicts(edit, theirs));
        Assert.Equal(("Mine", 30), (PaymentLinkEdit.Yield(edit, theirs).Title, PaymentLinkEdit.Yield(edit, theirs).Terms.MaximumCompletions));
        Assert.Equal(20, PaymentLinkEdit.Merge(edit, theirs).Terms.MaximumCompletions);
    }

    private static Money Usd(long minor) => new(minor, Currency.Of("USD"));
}
