using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Sql;
using SQLite;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Sql;

public sealed class DiskTroubleTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteStores _stores;

    public DiskTroubleTests() => _stores = new SqliteStores(_folder.Database, busyTimeout: TimeSpan.FromMilliseconds(50));

    [Fact]
    public async Task Commit_DiskFull_SaysSoAndLeavesNothing()
    {
        await _stores.CommitAsync(AddLink("L1"));
        await _stores.ScriptAsync("PRAGMA max_page_count = 1");

        Assert.Equal(CommitOutcome.DiskFull, await _stores.CommitAsync(AddLink("L2"), AddLink("L3", new string('x', 100_000))));
        Assert.Equal(["L1"], await LidsAsync());
    }

    [Fact]
    public async Task Commit_OnceThereIsRoomAgain_Works()
    {
        await _stores.ScriptAsync("PRAGMA max_page_count = 1");
        await _stores.CommitAsync(AddLink("L1", new string('x', 100_000)));
        await _stores.ScriptAsync("PRAGMA max_page_count = 1000000");

        Assert.Equal(CommitOutcome.Committed, await _stores.CommitAsync(AddLink("L1", new string('x', 100_000))));
        Assert.Equal(["L1"], await LidsAsync());
    }

    [Fact]
    public async Task Commit_ReadOnly_SaysSoAndLeavesNothing()
    {
        // The same refusal as that of a read-only file, which a test run as root cannot make.
        await _stores.ScriptAsync("PRAGMA query_only = ON");

        Assert.Equal(CommitOutcome.NotWritable, await _stores.CommitAsync(AddLink("L1")));
        Assert.Equal(CommitOutcome.NotWritable, await _stores.Ports.Settings.SaveAsync(OperatorSettings.Default, CancellationToken.None));
        Assert.Empty(await LidsAsync());
    }

    [Fact]
    public async Task Commit_WhileAnotherProcessWrites_SaysSoAfterItsPatience()
    {
        using var other = SqlConnection.Open(_folder.Database, SQLiteOpenFlags.ReadWrite, TimeSpan.Zero);
        other.Script("BEGIN IMMEDIATE");
        Assert.Equal(CommitOutcome.NotWritable, await _stores.CommitAsync(AddLink("L1")));
        other.Script("ROLLBACK");

        Assert.Equal(CommitOutcome.Committed, await _stores.CommitAsync(AddLink("L1")));
    }

    [Fact]
    public async Task Save_DiskFull_KeepsTheSettingsOfBefore()
    {
        var before = new OperatorSettings { DeviceName = "Van 2" };
        await _stores.Ports.Settings.SaveAsync(before, CancellationToken.None);
        await _stores.ScriptAsync("PRAGMA max_page_count = 1");

        Assert.Equal(CommitOutcome.DiskFull, await _stores.Ports.Settings.SaveAsync(before with { DeviceName = new string('x', 100_000) }, CancellationToken.None));
        Assert.Equal(before, await _stores.Ports.Settings.LoadAsync(CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        await _stores.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<IEnumerable<string>> LidsAsync() => (await _stores.Ports.Links.ListAsync(null, 10, CancellationToken.None)).Select(l => l.Lid);
}
