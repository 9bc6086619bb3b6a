using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Stores;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Sync;

/// <summary>The crash points of the fake, on which the engine's tests rely.</summary>
public sealed class InMemoryStoreHooksTests
{
    private readonly InMemoryOperatorStore _store = new(new ChangeFeed());

    [Theory]
    [InlineData(CommitOutcome.DiskFull)]
    [InlineData(CommitOutcome.NotWritable)]
    [InlineData(CommitOutcome.Stale)]
    public async Task FailNext_TheNextCommitOnly_ComesToIt(CommitOutcome outcome)
    {
        _store.FailNext(outcome);

        Assert.Equal(outcome, await _store.CommitAsync([AddLink("L1"), CreateLink("A", "L1")], CancellationToken.None));
        Assert.Empty(_store.Operations);
        Assert.Equal(CommitOutcome.Committed, await _store.CommitAsync([AddLink("L1"), CreateLink("A", "L1")], CancellationToken.None));
    }

    [Fact]
    public async Task BeforeCommit_ThatThrows_LeavesNothing()
    {
        _store.BeforeCommit = _ => throw new TimeZoneNotFoundException();

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => _store.CommitAsync([AddLink("L1"), CreateLink("A", "L1")], CancellationToken.None));
        Assert.Empty(_store.Operations);
    }

    [Fact]
    public async Task AfterCommit_ThatThrows_LeavesEverything()
    {
        _store.AfterCommit = _ => throw new TimeZoneNotFoundException();

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => _store.CommitAsync([AddLink("L1"), CreateLink("A", "L1")], CancellationToken.None));
        Assert.Equal("A", Assert.Single(_store.Operations).Id);
    }

    [Fact]
    public async Task AuditAndAttempts_AreThereToAssertOn()
    {
        var line = new StoreChange.Audit(Start, "A", "Ada", "link saved");
        await _store.CommitAsync([AddLink("L1"), CreateLink("A", "L1"), new StoreChange.StartAttempt("A", 1, 2, "fop_A-1", Start), line], CancellationToken.None);

        Assert.Equal([line], _store.Audit);
        Assert.Equal([new StoredAttempt("A", 2, new Attempt(1, Start, null, null, null, "fop_A-1"))], _store.Attempts);
    }
}
