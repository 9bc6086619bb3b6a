using Flint.Operator.Core.Account;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Storage.Sync;
using Flint.Operator.Testing.Stores;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Sync;

public sealed class StoredTextTests
{
    [Fact]
    public void Intent_OfANewerVersion_IsReadWithoutWhatIsUnknown()
    {
        var (verb, json) = IntentText.Write(new OperationIntent.CreatePaymentLink(Link()));

        var read = IntentText.Read(verb, json.Insert(1, "\"tomorrow\":{\"a\":1},"));

        Assert.Equal(new OperationIntent.CreatePaymentLink(Link()), read);
    }

    [Fact]
    public void Intent_AsJson_HoldsTheCurrencyByItsCodeAndNothingComputed()
    {
        var (_, json) = IntentText.Write(new OperationIntent.CreateOrder(Charge()));

        Assert.Equal(
            """{"draft":{"lineItems":[{"name":"Site visit","quantity":2,"unitPriceMoney":{"minor":7500,"currency":"USD"}},"""
            + """{"name":"Travel","quantity":1,"unitPriceMoney":{"minor":1000,"currency":"USD"}}],"tipPercent":10,"note":"Thanks","customerReference":"M-17","isSentAway":false}}""",
            json);
    }

    [Fact]
    public void Intent_WithDiscountAndTipInMoney_IsReadBack()
    {
        var intent = new OperationIntent.CreateOrder(Charge() with { Discount = new OrderDiscount("Members", AmountMoney: Usd(500)), TipPercent = null, TipMoney = Usd(300) });
        var (verb, json) = IntentText.Write(intent);

        Assert.Contains("\"discount\":{\"name\":\"Members\",\"amountMoney\":{\"minor\":500,\"currency\":\"USD\"}},\"tipMoney\"", json, StringComparison.Ordinal);
        Assert.Equal(RecordText.Of(intent), RecordText.Of(IntentText.Read(verb, json)));
    }

    [Fact]
    public void Intent_WrittenBeforeDiscounts_IsReadAsOneWithout()
    {
        var read = Assert.IsType<OperationIntent.CreateOrder>(IntentText.Read(
            "create-order", """{"draft":{"lineItems":[{"name":"Site visit","quantity":2,"unitPriceMoney":{"minor":7500,"currency":"USD"}}],"tipPercent":10}}"""));

        Assert.Equal((null, null, 16_500), (read.Draft.Discount, read.Draft.TipMoney, read.Draft.EstimatedTotal.Minor));
    }

    [Fact]
    public void Order_StoredBeforeDiscounts_IsReadWithTheOneThatWasEntered()
    {
        var (kind, json) = SnapshotText.Write(OrderAt("ord_1"));
        Assert.DoesNotContain("discount", json, StringComparison.OrdinalIgnoreCase);

        var snapshot = Assert.IsType<OrderSnapshot>(SnapshotText.Read(kind, json));
        var order = new Order
        {
            Lid = "O1", Draft = Charge() with { Discount = new OrderDiscount("Members", Percent: 10) }, Snapshot = snapshot, CreatedAt = Start, OperatorName = "Ada",
        };

        Assert.Equal(Usd(1_600), order.DiscountMoney);
    }

    [Fact]
    public void Snapshot_WithoutOptionalMembers_IsReadBack()
    {
        var bare = SessionAt("cs_1", url: null) with { Reference = null, UpdatedAt = null, OrderId = null, ExpiresAt = null, PaymentAttemptStatus = null };
        var (kind, json) = SnapshotText.Write(bare);

        Assert.Equal(RecordText.Of(bare), RecordText.Of(SnapshotText.Read(kind, json)));
    }

    // As files written before links had kinds hold them.
    [Fact]
    public void Link_StoredBeforeItHadTerms_IsAPlainOne()
    {
        const string Draft = """{"title":"Membership dues","amountMoney":{"minor":15000,"currency":"USD"}}""";
        const string Snapshot = """{"title":"Membership dues","amountMoney":{"minor":15000,"currency":"USD"},"isActive":true,"url":"https://checkout.withflintpay.com/l/link_1","version":1,"completedCount":2,"remoteId":"link_1"}""";

        Assert.Equal(new OperationIntent.CreatePaymentLink(Link()), IntentText.Read("create-payment-link", $$"""{"draft":{{Draft}}}"""));
        Assert.Equal(new OperationIntent.UpdatePaymentLink(Link(), Link()), IntentText.Read("update-payment-link", $$"""{"mine":{{Draft}},"base":{{Draft}}}"""));
        Assert.Equal(new OperationIntent.SetPaymentLinkActive(false), IntentText.Read("set-payment-link-active", """{"isActive":false}"""));
        var read = Assert.IsType<PaymentLinkSnapshot>(SnapshotText.Read("payment-link", Snapshot));
        Assert.Null(read.Terms);
        Assert.Empty(read.QuestionIds);
        Assert.Equal(Link(), PaymentLinkDraft.Of(read));
    }

    [Fact]
    public void Link_WithEverything_IsReadBack()
    {
        var (verb, json) = IntentText.Write(new OperationIntent.CreatePaymentLink(FullLink()));
        var snapshot = LinkAt("link_1") with { Terms = FullLink().Terms, QuestionIds = [new LinkQuestionId("day", "plcf_1")], HasForeignQuestions = true, ExpirationUrl = "https://shop.example.test/over" };
        var (kind, text) = SnapshotText.Write(snapshot);

        Assert.Equal(new OperationIntent.CreatePaymentLink(FullLink()), IntentText.Read(verb, json));
        Assert.Equal(snapshot, SnapshotText.Read(kind, text));
    }

    [Theory]
    [InlineData("\"questions\":null")]
    [InlineData("\"range\":{},\"later\":[1]")]
    public void Terms_WithGaps_AreReadAsNothingSaid(string member)
    {
        var read = Assert.IsType<OperationIntent.CreatePaymentLink>(IntentText.Read("create-payment-link", "{\"draft\":{\"title\":\"Tips\",\"terms\":{\"pricing\":\"BuyerChooses\"," + member + "}}}"));

        Assert.Equal(LinkPricing.BuyerChooses, read.Draft.Terms.Pricing);
        Assert.Empty(read.Draft.Terms.Questions);
        Assert.Empty(read.Draft.Terms.Range?.Suggested ?? []);
    }

    [Fact]
    public void State_OfEveryKind_HasAWordOfItsOwn()
    {
        var states = Enum.GetValues<OperationState>();

        Assert.Equal(states, states.Select(s => StateWords.ToState(StateWords.Of(s))));
    }

    [Theory]
    [InlineData("mer_1", "live", null)]
    [InlineData("mer/1", "sand box", "test_%2F")]
    public void Account_AsText_IsReadBack(string merchant, string environment, string? sandbox)
    {
        var account = new AccountIdentity(merchant, environment, sandbox);

        Assert.Equal(account, AccountText.Read(AccountText.Write(account)));
    }
}
