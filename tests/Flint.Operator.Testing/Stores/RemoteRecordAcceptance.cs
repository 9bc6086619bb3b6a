using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Xunit;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Testing.Stores;

/// <summary>What <see cref="IOperatorStore"/> promises about records made elsewhere, cursors, and the file's own identity.</summary>
public abstract class RemoteRecordAcceptance : StoreAcceptance
{
    [Fact]
    public async Task AddRemote_Link_IsListedByItsOwnTimeAsItReads()
    {
        await CommitAsync(AddLink("L2"), Remote("L1", LinkAt("link_1", 5, "Made elsewhere")));

        var links = await Stores.Links.ListAsync(null, 10, None);

        Assert.Equal(["L2", "L1"], links.Select(link => link.Lid));
        var link = links[1];
        Assert.Equal(("Made elsewhere", RecordState.Ready, Start.AddMinutes(5), ""), (link.Title, link.State, link.CreatedAt, link.OperatorName));
        Assert.Null(link.Creation);
        Assert.Equal(new PaymentLinkDraft("Made elsewhere", Usd(15_000)), link.Draft);
    }

    [Fact]
    public async Task AddRemote_SessionWithItsOrderInOneCommit_IsTheOrders()
    {
        await CommitAsync(Remote("S1", SessionAt("cs_1"), "O1"), Remote("O1", OrderAt("ord_1")));

        var checkout = await Stores.Checkouts.FindAsync("O1", None);

        Assert.Equal("cs_1", checkout!.Session!.Snapshot!.RemoteId);
        Assert.Equal(SessionAt("cs_1").Url, checkout.Session.Url);
        Assert.Equal("Site visit, as billed", checkout.Order.Draft.Title);
    }

    [Fact]
    public async Task AddRemote_OrderWithoutLines_IsNamedByItsNumber()
    {
        await CommitAsync(Remote("O1", OrderAt("ord_1") with { LineItems = [] }));

        Assert.Equal("1001", (await Stores.Checkouts.FindAsync("O1", None))!.Order.Draft.Title);
    }

    [Fact]
    public async Task AddRemote_IdThatIsHeldByNow_IsTooLateAsAWhole()
    {
        await CommitAsync(Remote("L1", LinkAt("link_1")));

        Assert.Equal(CommitOutcome.Stale, await TryAsync(Remote("L2", LinkAt("link_2")), Remote("L3", LinkAt("link_1"))));

        Assert.Equal(["L1"], (await Stores.Links.ListAsync(null, 10, None)).Select(link => link.Lid));
    }

    [Fact]
    public async Task AddRemote_SessionWithoutOrder_IsRefused() => await RefuseAsync(Remote("S1", SessionAt("cs_1"), "nowhere"));

    [Fact]
    public async Task FindLids_SomeHeld_NamesThose()
    {
        await CommitAsync(Remote("L1", LinkAt("link_1")), Remote("O1", OrderAt("ord_1")), AddLink("L2"));

        var found = await Stores.Operator.FindLidsAsync(["ord_1", "link_1", "link_9"], None);

        Assert.Equal([("link_1", "L1"), ("ord_1", "O1")], found.Select(pair => (pair.Key, pair.Value)).Order());
        Assert.Empty(await Stores.Operator.FindLidsAsync([], None));
    }

    [Fact]
    public async Task FindRecord_WhatTheApiTold_IsReadBackWhole()
    {
        var link = LinkAt("link_1") with { Line = new PaymentLinkLine("plli_1", "deposit", "Membership dues", 2), CreatedAt = Start };
        await CommitAsync(Remote("L1", link), AddLink("L2"));

        Same(link, await Stores.Operator.FindRecordAsync("L1", None));
        Assert.Null(await Stores.Operator.FindRecordAsync("L2", None));
        Assert.Null(await Stores.Operator.FindRecordAsync("nowhere", None));
    }

    [Fact]
    public async Task Cursor_AtFirst_HasPassedNothing() => Assert.Equal(new PullCursor(RecordKind.Order), await Stores.Operator.LoadCursorAsync(RecordKind.Order, None));

    [Fact]
    public async Task Cursor_Set_IsOfItsKindAndAccountAlone()
    {
        await CommitAsync(new StoreChange.BindAccount(Account));
        var cursor = new PullCursor(RecordKind.Order, Start, "page-2", Start.AddMinutes(3));
        await CommitAsync(new StoreChange.SetCursor(cursor), new StoreChange.SetCursor(new PullCursor(RecordKind.PaymentLink, Start)));

        Assert.Equal(cursor, await Stores.Operator.LoadCursorAsync(RecordKind.Order, None));
        Assert.Equal(new PullCursor(RecordKind.CheckoutSession), await Stores.Operator.LoadCursorAsync(RecordKind.CheckoutSession, None));

        await CommitAsync(new StoreChange.SetCursor(new PullCursor(RecordKind.Order, Start.AddMinutes(3))));
        Assert.Equal(new PullCursor(RecordKind.Order, Start.AddMinutes(3)), await Stores.Operator.LoadCursorAsync(RecordKind.Order, None));
        await CommitAsync(new StoreChange.BindAccount(OtherAccount));
        Assert.Equal(new PullCursor(RecordKind.Order), await Stores.Operator.LoadCursorAsync(RecordKind.Order, None));
    }

    [Fact]
    public async Task Cursor_WithRowsThatAreNotStored_StaysWhereItWas()
    {
        await CommitAsync(Remote("L1", LinkAt("link_1")));

        Assert.Equal(CommitOutcome.Stale, await TryAsync(Remote("L2", LinkAt("link_1")), new StoreChange.SetCursor(new PullCursor(RecordKind.PaymentLink, Start))));

        Assert.Equal(new PullCursor(RecordKind.PaymentLink), await Stores.Operator.LoadCursorAsync(RecordKind.PaymentLink, None));
    }

    [Fact]
    public async Task Page_AppliedTwice_ChangesNothing()
    {
        StoreChange[] again = [Put("L1", LinkAt("link_1", 5)), Put("O1", OrderAt("ord_1", 5)), Put("S1", SessionAt("cs_1", 5))];
        await CommitAsync([Remote("L1", LinkAt("link_1", 5)), Remote("O1", OrderAt("ord_1", 5)), Remote("S1", SessionAt("cs_1", 5), "O1"), .. again]);
        var before = await ReadAsync();

        await CommitAsync(again);

        Same(before, await ReadAsync());
    }

    [Fact]
    public async Task Seal_OfAFile_IsItsNewId()
    {
        await CommitAsync(new StoreChange.SealInstallation("fresh"));

        var installation = await Stores.Operator.LoadInstallationAsync(None);
        Assert.Equal(("fresh", true), (installation.Id, installation.IsSealed));
    }

    [Fact]
    public async Task Link_WithChangesThatWait_HasThemInLine()
    {
        var edit = new OperationIntent.UpdatePaymentLink(Link("Mine"), Link());
        await CommitAsync(
            Remote("L1", LinkAt("link_1")),
            Remote("L2", LinkAt("link_2")),
            new StoreChange.AddOperation(Creating("A", "L1", edit)),
            new StoreChange.AddOperation(Creating("B", "L1", new OperationIntent.SetPaymentLinkActive(false))),
            new StoreChange.AddOperation(Creating("C", "L1", edit, OperationState.Cancelled)));

        var links = await Stores.Links.ListAsync(null, 10, None);

        Assert.Equal(["A", "B"], links[1].Changes.Select(change => change.Id));
        Assert.Equal(("Mine", RecordState.Paused), (links[1].Title, links[1].State));
        Assert.Empty(links[0].Changes);
    }

    private static StoreChange.AddRemote Remote(string lid, RemoteRecord record, string? orderLid = null) => new(lid, record, orderLid, Start.AddMinutes(7));

    private async Task<object> ReadAsync() => new object?[]
    {
        await Stores.Links.FindAsync("L1", None), await Stores.Checkouts.FindAsync("O1", None), await Stores.Operator.LoadOpenAsync(None),
    };
}
