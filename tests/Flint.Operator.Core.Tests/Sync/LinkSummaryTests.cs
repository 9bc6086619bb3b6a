using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class LinkSummaryTests
{
    [Fact]
    public void Of_PlainLink_IsItsTitleAndAmount() => Assert.Equal(["title: Membership dues", "amount: 150.00 USD"], LinkSummary.Of(StoreSamples.Link()));

    [Fact]
    public void Of_LinkWithEverything_IsEnoughToMakeItAnew() => Assert.Equal(
        [
            "title: Tips",
            "amount: chosen by the buyer, at least 1.00 USD, at most 90.00 USD, suggested 5.00 USD or 10.00 USD",
            "quantity: chosen by the buyer, at least 1, at most 5",
            "description: Goes to the crew",
            "maximumCompletions: 40",
            "checkoutLife: 00:15:00",
            "inactiveMessage: Back in May",
            "questions: Day (Dropdown, required: Sat | Sun)",
            "questions: Note (LongText)",
        ],
        LinkSummary.Of(StoreSamples.FullLink()));

    [Fact]
    public void Of_Edit_IsWhatChangesWithWhatItWas()
    {
        var mine = StoreSamples.Link() with { Terms = new LinkTerms { MaximumCompletions = 10 } };

        Assert.Equal(["maximumCompletions: 10", "maximumCompletions before: none"], LinkSummary.Of(new OperationIntent.UpdatePaymentLink(mine, StoreSamples.Link())));
    }
}
