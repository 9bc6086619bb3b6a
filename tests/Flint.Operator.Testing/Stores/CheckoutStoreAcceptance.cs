using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Xunit;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Testing.Stores;

/// <summary>What <see cref="ICheckoutStore"/> promises.</summary>
public abstract class CheckoutStoreAcceptance : StoreAcceptance
{
    [Fact]
    public async Task Find_OrderWithSession_GivesBothWhole()
    {
        await CommitAsync(AddOrder("O1"), AddSession("S1", "O1"), CreateOrder("A", "O1"), CreateSession("B", "S1", "O1", "A"));
        await CommitAsync(Put("O1", OrderAt("ord_1"), 1), Put("S1", SessionAt("cs_1"), 2));

        var order = new Order { Lid = "O1", Draft = Charge(), Snapshot = OrderAt("ord_1"), SeenAt = Start.AddMinutes(1), CreatedAt = Start, OperatorName = "Ada", Creation = await FindAsync("A") };
        var session = new CheckoutSession { Lid = "S1", Snapshot = SessionAt("cs_1"), SeenAt = Start.AddMinutes(2), CreatedAt = Start, Creation = await FindAsync("B") };
        Same(new Checkout(order, [session]), await Stores.Checkouts.FindAsync("O1", None));
    }

    [Fact]
    public async Task Find_SeveralSessions_PutsTheLatestLast()
    {
        await CommitAsync(AddOrder("O1"), AddSession("S9", "O1"));
        await CommitAsync(AddSession("S1", "O1"));

        var checkout = await Stores.Checkouts.FindAsync("O1", None);

        Assert.Equal(["S9", "S1"], checkout!.Sessions.Select(s => s.Lid));
        Assert.Equal("S1", checkout.Session!.Lid);
    }

    [Fact]
    public async Task Find_UnderTheReferenceOfAnother_IsMarkedAsASecondOne()
    {
        await CommitAsync(AddOrder("O1"), AddSession("S1", "O1"), CreateOrder("A", "O1"), CreateSession("B", "S1", "O1", "A"));
        await CommitAsync(
            Put("O1", OrderAt("ord_1") with { Reference = "fop_A" }),
            Put("S1", SessionAt("cs_1") with { Reference = "fop_B" }),
            new StoreChange.AddRemote("O2", OrderAt("ord_2") with { Reference = "fop_A" }, null, Start),
            new StoreChange.AddRemote("S2", SessionAt("cs_2") with { Reference = "fop_B" }, "O1", Start));

        Assert.Equal(["O2"], (await Stores.Checkouts.ListAsync(null, 9, None)).Where(checkout => checkout.Order.IsSecond).Select(checkout => checkout.Lid));
        var checkout = (await Stores.Checkouts.FindAsync("O1", None))!;
        Assert.Equal([false, true], checkout.Sessions.Select(session => session.IsSecond));
        Assert.Equal("S1", checkout.Session!.Lid);
    }

    [Fact]
    public async Task ListOfLink_SessionsOfSeveralLinks_AreThoseOfTheOneNewestFirst()
    {
        await CommitAsync(AddOrder("O1"), AddOrder("O2"), AddOrder("O3"), AddOrder("O4"), AddSession("S1", "O1"), AddSession("S2", "O2"), AddSession("S3", "O3"), AddSession("S4", "O3"));
        await CommitAsync(
            Put("S1", SessionAt("cs_1") with { PaymentLinkId = "pl_1" }), Put("S2", SessionAt("cs_2") with { PaymentLinkId = "pl_2" }),
            Put("S3", SessionAt("cs_3") with { PaymentLinkId = "pl_1" }), Put("S4", SessionAt("cs_4")));

        Assert.Equal(["O3", "O1"], (await Stores.Checkouts.ListOfLinkAsync("pl_1", 9, None)).Select(checkout => checkout.Lid));
        Assert.Equal(["O3"], (await Stores.Checkouts.ListOfLinkAsync("pl_1", 1, None)).Select(checkout => checkout.Lid));
        Assert.Empty(await Stores.Checkouts.ListOfLinkAsync("pl_9", 9, None));
    }

    [Fact]
    public async Task Find_SessionOrLinkOrUnknown_IsNull()
    {
        await CommitAsync(AddOrder("O1"), AddSession("S1", "O1"), AddLink("L1"));

        Assert.Null(await Stores.Checkouts.FindAsync("S1", None));
        Assert.Null(await Stores.Checkouts.FindAsync("L1", None));
        Assert.Null(await Stores.Checkouts.FindAsync("nowhere", None));
    }

    [Fact]
    public async Task List_PageByPage_IsNewestFirstWithTheirOwnSessions()
    {
        await CommitAsync(AddOrder("O1"), AddOrder("O3"), AddOrder("O2"), AddSession("S1", "O1"), AddSession("S3", "O3"), AddSession("S4", "O3"));

        var first = await Stores.Checkouts.ListAsync(null, 2, None);
        var second = await Stores.Checkouts.ListAsync(first[^1].Lid, 2, None);

        Assert.Equal(["O3: S3 S4", "O2: ", "O1: S1"], first.Concat(second).Select(c => $"{c.Lid}: {string.Join(' ', c.Sessions.Select(s => s.Lid))}"));
    }
}
