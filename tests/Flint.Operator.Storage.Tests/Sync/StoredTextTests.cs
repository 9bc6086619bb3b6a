using Flint.Operator.Core.Account;
using Flint.Operator.Core.Checkouts;
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
            + """{"name":"Travel","quantity":1,"unitPriceMoney":{"minor":1000,"currency":"USD"}}],"tipPercent":10,"note":"Thanks","customerReference":"M-17"}}""",
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
