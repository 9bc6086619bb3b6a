using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Sql;

/// <summary>The disk is full after so many bytes, for every so many: what was acknowledged is there, what was refused left nothing, and room again is all it takes.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FaultyDisk? _disk;

    public FullDiskTests() => _disk = FaultyDisk.IsPossible ? new FaultyDisk(Path.GetDirectoryName(_folder.Database)!) : null;

    [Fact]
    public async Task Commit_AtEveryByteOfTheLog_IsWholeOrNothing()
    {
        if (_disk is null)
        {
            return;
        }

        await using var stores = new SqliteStores(_folder.Database);
        var acknowledged = new List<string>();
        for (var room = 0; room < 60_000; room += 1_111)
        {
            var lid = $"L{room:00000}";
            _disk.LeaveRoom(room);
            var outcome = await stores.CommitAsync(AddLink(lid, new string('x', 9_000)), CreateLink("op" + lid, lid));
            Assert.True(outcome is CommitOutcome.Committed or CommitOutcome.DiskFull, $"{room}: {outcome}");
            acknowledged.AddRange(outcome == CommitOutcome.Committed ? [lid] : []);
            await AssertAKilledCopyHoldsAsync(acknowledged);
        }

        Assert.True(_disk.Refusals > 10);
        _disk.Free();
        Assert.Equal(CommitOutcome.Committed, await stores.CommitAsync(AddLink("room again")));
    }

    [Fact]
    public async Task Commit_WhileTheLogGrowsUnderAReaderThatHoldsIt_IsRefusedAtTheEndAndLosesNothing()
    {
        if (_disk is null)
        {
            return;
        }

        await using var stores = new SqliteStores(_folder.Database);
        await stores.CommitAsync(AddLink("first"));
        using var reader = Sqlite.OpenReader(_folder.Database);
        reader.Script("BEGIN");
        Assert.Equal(1, reader.Number("SELECT count(*) FROM entity"));
        _disk.LeaveRoom(8_000_000);
        var acknowledged = new List<string> { "first" };
        CommitOutcome outcome;
        do
        {
            var lid = $"L{acknowledged.Count:00000}";
            outcome = await stores.CommitAsync(AddLink(lid, new string('x', 90_000)));
            acknowledged.AddRange(outcome == CommitOutcome.Committed ? [lid] : []);
        }
        while (outcome == CommitOutcome.Committed);

        Assert.Equal(CommitOutcome.DiskFull, outcome);
        Assert.True(new FileInfo(_folder.Database + "-wal").Length > 4_000_000);
        await AssertAKilledCopyHoldsAsync(acknowledged);
        Assert.Equal(1, reader.Number("SELECT count(*) FROM entity"));
        reader.Script("COMMIT");
        _disk.Free();
        Assert.Equal(CommitOutcome.Committed, await stores.CommitAsync(AddLink("room again")));
    }

    [Fact]
    public async Task Commit_WhenTheLogCannotBeFoldedIntoTheFile_IsStillAcknowledgedAndThere()
    {
        if (_disk is null)
        {
            return;
        }

        await using var stores = new SqliteStores(_folder.Database);
        await stores.ScriptAsync("PRAGMA wal_autocheckpoint = 5");
        var acknowledged = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            _disk.LeaveRoom(40_000);
            var outcome = await stores.CommitAsync(AddLink($"L{i:00}", new string('x', 9_000)));
            Assert.True(outcome is CommitOutcome.Committed or CommitOutcome.DiskFull, outcome.ToString());
            acknowledged.AddRange(outcome == CommitOutcome.Committed ? [$"L{i:00}"] : []);
            await AssertAKilledCopyHoldsAsync(acknowledged);
        }

        Assert.True(_disk.Refusals > 0);
        Assert.NotEmpty(acknowledged);
    }

    [Fact]
    public async Task BackUp_AtEveryFewPages_SaysSoAndLeavesTheEarlierOneAndTheData()
    {
        if (_disk is null)
        {
            return;
        }

        await using var stores = new SqliteStores(_folder.Database);
        Assert.Equal(BackupOutcome.Taken, await stores.Backups.BackUpAsync(Start, CancellationToken.None));
        await stores.CommitAsync([.. Enumerable.Range(0, 100).Select(i => AddLink($"L{i}", new string('x', 500)))]);
        for (var room = 0; room < 240_000; room += 9_999)
        {
            _disk.LeaveRoom(room);
            Assert.Equal(BackupOutcome.DiskFull, await stores.Backups.BackUpAsync(Start.AddHours(1), CancellationToken.None));
            _disk.Free();
            Assert.Equal([_folder.Database + ".backup-20261124T090000000Z"], Directory.GetFiles(_folder.Path(""), "*.backup*"));
            Assert.Equal(CommitOutcome.Committed, await stores.CommitAsync(AddLink($"after{room}")));
        }

        Assert.Equal(BackupOutcome.Taken, await stores.Backups.BackUpAsync(Start.AddHours(2), CancellationToken.None));
    }

    [Fact]
    public async Task BackUp_OntoABadSpot_IsNotKeptAndTheGoodDatabaseIsNotBlamed()
    {
        if (_disk is null)
        {
            return;
        }

        await using var stores = new SqliteStores(_folder.Database);
        await stores.CommitAsync(AddLink("L1"));
        _disk.LosesWritesTo = ".part";

        Assert.Equal(BackupOutcome.NotWritable, await stores.Backups.BackUpAsync(Start, CancellationToken.None));

        Assert.True(_disk.Refusals > 0);
        Assert.Equal(CommitOutcome.Committed, await stores.CommitAsync(AddLink("L2")));
        Assert.Empty(Directory.GetFiles(_folder.Path(""), "*.backup*"));
        Assert.False(File.Exists(_folder.Database + ".suspect"));
    }

    [Fact]
    public async Task Run_DiskTurnsReadOnly_EveryWriteIsRefusedAndLaterWorksAgain()
    {
        if (_disk is null)
        {
            return;
        }

        await using var stores = new SqliteStores(_folder.Database);
        await stores.CommitAsync(AddLink("L1"));
        _disk.IsReadOnly = true;

        Assert.Equal(CommitOutcome.NotWritable, await stores.CommitAsync(AddLink("L2")));
        Assert.Equal(BackupOutcome.NotWritable, await stores.Backups.BackUpAsync(Start, CancellationToken.None));
        Assert.NotNull(await stores.Ports.Links.FindAsync("L1", CancellationToken.None));

        _disk.IsReadOnly = false;
        Assert.Equal(CommitOutcome.Committed, await stores.CommitAsync(AddLink("L2")));
        Assert.Equal(BackupOutcome.Taken, await stores.Backups.BackUpAsync(Start, CancellationToken.None));
        await AssertAKilledCopyHoldsAsync(["L1", "L2"]);
    }

    public void Dispose()
    {
        _disk?.Dispose();
        _folder.Dispose();
    }

    // On another disk, so that opening it is not what changes it.
    private async Task AssertAKilledCopyHoldsAsync(IEnumerable<string> lids)
    {
        using var copy = new TempFolder();
        Copies.OfTheKilled(_folder, copy, "operator.db", "operator.db-wal");
        await using var stores = new SqliteStores(copy.Database);
        Assert.Null(stores.Database.Recovery);
        Assert.Equal(lids.Order(StringComparer.Ordinal), (await stores.Ports.Links.ListAsync(null, 1000, CancellationToken.None)).Select(l => l.Lid).Order(StringComparer.Ordinal));
    }
}
