using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Xunit;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Testing.Stores;

/// <summary>What <see cref="IPaymentLinkStore"/> promises.</summary>
public abstract class PaymentLinkStoreAcceptance : StoreAcceptance
{
    [Fact]
    public async Task Find_BeforeAndAfterTheApiSpoke_GivesTheWholeRecord()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));
        var local = new PaymentLink { Lid = "L1", Draft = Link(), CreatedAt = Start, OperatorName = "Ada", Creation = await FindAsync("A") };
        Same(local, await Stores.Links.FindAsync("L1", None));

        await CommitAsync(Put("L1", LinkAt("link_1"), 3));
        Same(local with { Snapshot = LinkAt("link_1"), SeenAt = Start.AddMinutes(3) }, await Stores.Links.FindAsync("L1", None));
    }

    [Fact]
    public async Task Find_LinkWithEveryMember_IsReadBackWhole()
    {
        await CommitAsync(new StoreChange.AddPaymentLink("L1", FullLink(), Start, "Ada"), CreateLink("A", "L1"));
        Assert.Equal(FullLink(), (await Stores.Links.FindAsync("L1", None))!.Draft);

        await CommitAsync(Put("L1", LinkAt("link_1") with { AmountMoney = null, Terms = FullLink().Terms }, 3));
        Assert.Equal(FullLink().Terms, (await Stores.Links.FindAsync("L1", None))!.Snapshot!.Terms);
    }

    [Fact]
    public async Task Find_AfterAChangeOfTheLink_StillNamesTheOperationThatCreatesIt()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));
        await CommitAsync(new StoreChange.AddOperation(Creating("B", "L1", new OperationIntent.SetPaymentLinkActive(IsActive: false))));

        Assert.Equal("A", (await Stores.Links.FindAsync("L1", None))!.Creation!.Id);
    }

    [Fact]
    public async Task Find_UnderTheReferenceOfAnother_IsMarkedAsASecondOne()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));
        await CommitAsync(Put("L1", LinkAt("link_1") with { Reference = "fop_A" }), Elsewhere("L2", "link_2", "fop_A"), Elsewhere("L3", "link_3", "fop_of-another-device"), Elsewhere("L4", "link_4", null));

        Assert.Equal(["L2"], (await Stores.Links.ListAsync(null, 9, None)).Where(link => link.IsSecond).Select(link => link.Lid));
        Assert.True((await Stores.Links.FindAsync("L2", None))!.IsSecond);

        static StoreChange Elsewhere(string lid, string id, string? reference) => new StoreChange.AddRemote(lid, LinkAt(id) with { Reference = reference }, null, Start);
    }

    [Fact]
    public async Task Find_OtherKindOrUnknown_IsNull()
    {
        await CommitAsync(AddOrder("O1"));

        Assert.Null(await Stores.Links.FindAsync("O1", None));
        Assert.Null(await Stores.Links.FindAsync("nowhere", None));
    }

    [Fact]
    public async Task Find_MoneyOfEveryExponent_IsReadBack()
    {
        foreach (var code in new[] { "JPY", "USD", "KWD" })
        {
            var draft = new PaymentLinkDraft("In " + code, new Core.Amounts.Money(99_999_999, Core.Amounts.Currency.Of(code)));
            await CommitAsync(new StoreChange.AddPaymentLink(code, draft, Start, "Ada"));
            Same(draft, (await Stores.Links.FindAsync(code, None))!.Draft);
        }
    }

    [Fact]
    public async Task List_PageByPage_IsNewestFirstAndComplete()
    {
        await CommitAsync(AddOrder("L0"), AddLink("L2"), AddLink("L1"), AddLink("L4"), AddLink("L3"), CreateLink("A", "L3"));

        var first = await Stores.Links.ListAsync(null, 3, None);
        var second = await Stores.Links.ListAsync(first[^1].Lid, 3, None);

        Assert.Equal(["L4", "L3", "L2"], first.Select(l => l.Lid));
        Assert.Equal(["L1"], second.Select(l => l.Lid));
        Same(await Stores.Links.FindAsync("L3", None), first[1]);
    }
}
