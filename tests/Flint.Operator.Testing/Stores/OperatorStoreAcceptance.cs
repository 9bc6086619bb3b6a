using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Xunit;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Testing.Stores;

/// <summary>What <see cref="IOperatorStore"/> promises about commits, attempts, accounts and notices.</summary>
public abstract class OperatorStoreAcceptance : StoreAcceptance
{
    [Fact]
    public async Task Commit_BadChangeInTheMiddle_LeavesNothing()
    {
        await RefuseAsync(AddLink("L1"), CreateLink("A", "L1"), CreateLink("B", "nowhere"), AddLink("L2"));

        Assert.Empty(await Stores.Operator.LoadOpenAsync(None));
        Assert.Empty(await Stores.Links.ListAsync(null, 10, None));
    }

    [Fact]
    public async Task Commit_ChangesInAnyOrder_AreWrittenAsOne()
    {
        var done = Creating("A", "L1", new OperationIntent.CreatePaymentLink(Link()), OperationState.Done);

        await CommitAsync(new StoreChange.AddOperation(done), Put("L1", LinkAt("link_1")), AddLink("L1"));

        Assert.Equal("link_1", (await Stores.Operator.FindRecordAsync("L1", None))?.RemoteId);
        Assert.Equal(OperationState.Done, (await FindAsync("A")).State);
    }

    [Fact]
    public async Task Commit_AlreadyCancelled_WritesNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Stores.Operator.CommitAsync([AddLink("L1")], new CancellationToken(canceled: true)));

        Assert.Null(await Stores.Links.FindAsync("L1", None));
    }

    [Fact]
    public async Task Commit_TakenLocalId_IsRefused()
    {
        await CommitAsync(AddLink("L1", "First"));

        await RefuseAsync(AddLink("L1", "Second"));

        Assert.Equal("First", (await Stores.Links.FindAsync("L1", None))!.Title);
    }

    [Fact]
    public async Task Commit_SessionOfNoOrder_IsRefused()
    {
        await CommitAsync(AddLink("L1"));

        await RefuseAsync(AddSession("S1", "L1"));
        await RefuseAsync(AddSession("S1", "nowhere"));
    }

    [Fact]
    public async Task Feed_AfterACommit_NamesEveryRecordConcerned()
    {
        await CommitAsync(AddOrder("O1"), AddSession("S1", "O1"), AddLink("L1"), CreateSession("A", "S1", "O1"));
        var notices = new List<IReadOnlySet<string>>();
        using var subscription = Stores.Feed.Subscribe(notices.Add);

        await CommitAsync(Put("S1", SessionAt("cs_1")));
        await CommitAsync(new StoreChange.UpdateOperation(await FindAsync("A")));
        await CommitAsync(new StoreChange.Audit(Start, null, "Ada", "looked"));

        Assert.Equal(["O1,S1", "O1,S1", ""], notices.Select(n => string.Join(',', n.Order(StringComparer.Ordinal))));
    }

    [Fact]
    public async Task Feed_AfterAStaleCommit_StaysSilent()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));
        var notices = new List<IReadOnlySet<string>>();
        using var subscription = Stores.Feed.Subscribe(notices.Add);

        await TryAsync(new StoreChange.UpdateOperation((await FindAsync("A")) with { Revision = 7 }));

        Assert.Empty(notices);
    }

    [Fact]
    public async Task Feed_WhenItTells_TheCommitCanBeRead()
    {
        Task<Core.PaymentLinks.PaymentLink?>? read = null;
        using var subscription = Stores.Feed.Subscribe(_ => read = Stores.Links.FindAsync("L1", None));

        await CommitAsync(AddLink("L1"));

        Assert.NotNull(await read!);
    }

    [Fact]
    public async Task Attempt_EndedWithoutStart_IsRefused()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));

        await RefuseAsync(new StoreChange.EndAttempt("A", 1, "Succeeded", 201, null, Start));
    }

    [Fact]
    public async Task Attempt_StartedTwice_IsRefused()
    {
        var start = new StoreChange.StartAttempt("A", 1, 0, "fop_A-1", Start);
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"), start);

        await RefuseAsync(start);
    }

    [Fact]
    public async Task Installation_OfANewStore_HasAnIdAndNoAccount()
    {
        var installation = await Stores.Operator.LoadInstallationAsync(None);

        Assert.NotEmpty(installation.Id);
        Assert.Null(installation.Account);
        Assert.Equal(DateTimeOffset.MinValue, installation.ClockHighWater);
    }

    [Fact]
    public async Task ClockHighWater_LowerMark_ChangesNothing()
    {
        await CommitAsync(new StoreChange.SetClockHighWater(Start.AddHours(1)));
        await CommitAsync(new StoreChange.SetClockHighWater(Start));

        Assert.Equal(Start.AddHours(1), (await Stores.Operator.LoadInstallationAsync(None)).ClockHighWater);
    }

    [Fact]
    public async Task BindAccount_RowsWithoutOne_AreStamped()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));
        await CommitAsync(new StoreChange.BindAccount(Account));
        await CommitAsync(AddLink("L2"), CreateLink("B", "L2"));

        Assert.Equal(Account, (await Stores.Operator.LoadInstallationAsync(None)).Account);
        Assert.All(await Stores.Operator.LoadOpenAsync(None), o => Assert.Equal(Account, o.Account));
        Assert.Equal(0, (await FindAsync("A")).Revision);
    }

    [Fact]
    public async Task BindAccount_Another_KeepsTheOldOnesRecordsOutOfSightAndItsOperationsInTheOutbox()
    {
        await CommitAsync(new StoreChange.BindAccount(Account), AddLink("L1"), CreateLink("A", "L1"), AddOrder("O1"));
        await CommitAsync(new StoreChange.BindAccount(OtherAccount));

        Assert.Empty(await Stores.Links.ListAsync(null, 10, None));
        Assert.Null(await Stores.Links.FindAsync("L1", None));
        Assert.Null(await Stores.Checkouts.FindAsync("O1", None));
        Assert.Empty(await Stores.Checkouts.ListAsync(null, 10, None));
        Assert.True(Assert.Single(await Stores.Outbox.ListAsync(0, 10, None)).IsOfAnotherAccount);
        Assert.Equal(OutboxSummary.Empty with { OfAnotherAccount = 1 }, await Stores.Outbox.SummariseAsync(None));
        Assert.Equal(Account, Assert.Single(await Stores.Operator.LoadOpenAsync(None)).Account);

        await CommitAsync(AddLink("L2"), CreateLink("B", "L2"));
        Assert.Equal([("A", true), ("B", false)], (await Stores.Outbox.ListAsync(0, 10, None)).Select(entry => (entry.Operation.Id, entry.IsOfAnotherAccount)));
        Assert.Equal(new OutboxSummary(1, 0, Start, 1), await Stores.Outbox.SummariseAsync(None));
        await CommitAsync(new StoreChange.BindAccount(Account));
        Assert.Equal([("A", false), ("B", true)], (await Stores.Outbox.ListAsync(0, 10, None)).Select(entry => (entry.Operation.Id, entry.IsOfAnotherAccount)));
    }
}
