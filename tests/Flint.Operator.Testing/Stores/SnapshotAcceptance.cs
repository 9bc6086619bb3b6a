using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Xunit;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Testing.Stores;

/// <summary>What <see cref="IOperatorStore"/> promises about copies of the API's records.</summary>
public abstract class SnapshotAcceptance : StoreAcceptance
{
    [Fact]
    public async Task Put_OlderCopy_NeverReplacesANewerOne()
    {
        await CommitAsync(AddLink("L1"), Put("L1", LinkAt("link_1", 5, "New"), 6));

        await CommitAsync(Put("L1", LinkAt("link_1", 4, "Old"), 7));

        var link = await Stores.Links.FindAsync("L1", None);
        Assert.Equal(("New", Start.AddMinutes(6)), (link!.Title, link.SeenAt));
    }

    [Fact]
    public async Task Put_CopyOfTheSameAge_IsSeenAgain()
    {
        await CommitAsync(AddLink("L1"), Put("L1", LinkAt("link_1", 5, "First"), 6));

        await CommitAsync(Put("L1", LinkAt("link_1", 5, "Second"), 7));

        var link = await Stores.Links.FindAsync("L1", None);
        Assert.Equal(("Second", Start.AddMinutes(7)), (link!.Title, link.SeenAt));
    }

    [Fact]
    public async Task Put_CopyWithoutAge_StillGuardsAgainstOlderOnes()
    {
        await CommitAsync(AddLink("L1"), Put("L1", LinkAt("link_1", 5)), Put("L1", LinkAt("link_1", title: "Ageless") with { UpdatedAt = null }));

        await CommitAsync(Put("L1", LinkAt("link_1", 4, "Old")));

        Assert.Equal("Ageless", (await Stores.Links.FindAsync("L1", None))!.Title);
    }

    [Fact]
    public async Task Put_SessionReadWithoutUrl_KeepsTheOneItHas()
    {
        await CommitAsync(AddOrder("O1"), AddSession("S1", "O1"), Put("S1", SessionAt("cs_1", 1)));

        await CommitAsync(Put("S1", SessionAt("cs_1", 2, url: null, status: "paid")));

        var session = await SessionAsync();
        Assert.Equal((SessionAt("cs_1").Url, "paid"), (session.Url, session.Snapshot!.Status));
    }

    [Fact]
    public async Task Put_OlderCopyWithTheUrl_GivesItToTheNewerOne()
    {
        await CommitAsync(AddOrder("O1"), AddSession("S1", "O1"), Put("S1", SessionAt("cs_1", 2, url: null, status: "paid"), 3));

        await CommitAsync(Put("S1", SessionAt("cs_1", 1), 4));

        var session = await SessionAsync();
        Assert.Equal((SessionAt("cs_1").Url, "paid", Start.AddMinutes(3)), (session.Url, session.Snapshot!.Status, session.SeenAt));
    }

    [Fact]
    public async Task Put_AnotherRemoteId_IsRefused()
    {
        await CommitAsync(AddLink("L1"), Put("L1", LinkAt("link_1")));

        await RefuseAsync(Put("L1", LinkAt("link_2", 9)));

        Assert.Equal("link_1", (await Stores.Operator.FindRecordAsync("L1", None))?.RemoteId);
    }

    [Fact]
    public async Task Put_RemoteIdOfAnotherRecord_IsRefused()
    {
        await CommitAsync(AddLink("L1"), AddLink("L2"), Put("L1", LinkAt("link_1")));

        await RefuseAsync(Put("L2", LinkAt("link_1")));
    }

    [Fact]
    public async Task Put_WrongKindOrUnknownRecord_IsRefused()
    {
        await CommitAsync(AddLink("L1"));

        await RefuseAsync(Put("L1", OrderAt("ord_1")));
        await RefuseAsync(Put("nowhere", LinkAt("link_1")));
    }

    [Fact]
    public async Task Edit_BeforeItExistsAtTheApi_ChangesTheDraft()
    {
        await CommitAsync(AddLink("L1"), AddOrder("O1"));

        await CommitAsync(new StoreChange.EditPaymentLink("L1", Link("Better")), new StoreChange.EditOrder("O1", Charge("Better")));

        Assert.Equal("Better", (await Stores.Links.FindAsync("L1", None))!.Title);
        Same(Charge("Better"), (await Stores.Checkouts.FindAsync("O1", None))!.Order.Draft);
    }

    [Fact]
    public async Task Edit_OnceItExistsAtTheApi_IsRefused()
    {
        await CommitAsync(AddLink("L1"), Put("L1", LinkAt("link_1")));

        await RefuseAsync(new StoreChange.EditPaymentLink("L1", Link("Late")));
    }

    [Fact]
    public async Task Edit_OfTheWrongKind_IsRefused()
    {
        await CommitAsync(AddLink("L1"));

        await RefuseAsync(new StoreChange.EditOrder("L1", Charge()));
    }

    [Fact]
    public async Task FindRemoteId_BeforeItExists_IsNull()
    {
        await CommitAsync(AddLink("L1"));

        Assert.Null((await Stores.Operator.FindRecordAsync("L1", None))?.RemoteId);
        Assert.Null((await Stores.Operator.FindRecordAsync("nowhere", None))?.RemoteId);
    }

    private async Task<CheckoutSession> SessionAsync() => (await Stores.Checkouts.FindAsync("O1", None))!.Session!;
}
