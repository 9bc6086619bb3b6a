using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Storage.Backups;
using Flint.Operator.Storage.Schema;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Backups;

public sealed class BackupFileTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteStores _stores;

    public BackupFileTests() => _stores = new SqliteStores(_folder.Database);

    [Fact]
    public async Task BackUp_HoldsEveryCommitTillThen()
    {
        await _stores.CommitAsync(AddLink("L1"), CreateLink("A", "L1"));
        await TakeAsync(0);
        await _stores.CommitAsync(AddLink("L2"));

        await using var copy = new SqliteStores(CopyOf(Assert.Single(Files())));
        Assert.Equal(["L1"], (await copy.Ports.Links.ListAsync(null, 10, CancellationToken.None)).Select(l => l.Lid));
        Assert.Equal("A", Assert.Single(await copy.Ports.Operator.LoadOpenAsync(CancellationToken.None)).Id);
    }

    [Fact]
    public async Task BackUp_TheFile_IsForItsOwnerOnlyAndStandsAlone()
    {
        await _stores.CommitAsync(AddLink("L1"));
        await TakeAsync(0);

        var file = Assert.Single(Files());
        Assert.Equal(_folder.Database + ".backup-20261124T090000000Z", file);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal([file], Directory.GetFiles(_folder.Path("."), "*.backup*").Select(Path.GetFullPath));
        Assert.True(DatabaseCheck.IsSound(file));
    }

    [Fact]
    public async Task BackUp_FiveTimes_KeepsTheNewestThree()
    {
        for (var hour = 0; hour < 5; hour++)
        {
            await TakeAsync(hour);
        }

        Assert.Equal(
            ["20261124T130000000Z", "20261124T120000000Z", "20261124T110000000Z"],
            new BackupFolder(_folder.Database).NewestFirst().Select(b => b.Path[^19..]));
    }

    [Fact]
    public async Task BackUp_ClockSetBackThirtyYears_StillKeepsTheOneJustTaken()
    {
        for (var hour = 0; hour < 3; hour++)
        {
            await TakeAsync(hour);
        }

        await _stores.CommitAsync(AddLink("last"));
        await TakeAsync(-24 * 365 * 30);

        await using var copy = new SqliteStores(CopyOf(new BackupFolder(_folder.Database).Newest!.Path));
        Assert.NotNull(await copy.Ports.Links.FindAsync("last", CancellationToken.None));
    }

    [Fact]
    public async Task BackUp_OfAFileThatIsDamaged_IsNotKeptAndSaysSo()
    {
        await FillAsync(200);
        await TakeAsync(0);
        await _stores.ScriptAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await Damage.FillPagesAsync(_folder.Database, from: 60);
        await using var other = new SqliteStores(_folder.Database, busyTimeout: TimeSpan.FromMilliseconds(50));

        Assert.Equal(BackupOutcome.Damaged, await other.Backups.BackUpAsync(Start.AddHours(1), CancellationToken.None));

        Assert.Equal(Start, await other.Backups.FindNewestAsync(CancellationToken.None));
        Assert.True(File.Exists(_folder.Database + ".suspect"));
        Assert.Single(Files());
    }

    [Fact]
    public async Task BackUp_WhatADeadRunLeftUnfinished_IsInNobodysWay()
    {
        await File.WriteAllTextAsync(_folder.Database + ".backup.part", "half");

        await TakeAsync(0);

        Assert.False(File.Exists(_folder.Database + ".backup.part"));
        Assert.True(DatabaseCheck.IsSound(Assert.Single(Files())));
    }

    [Fact]
    public async Task BackUp_WhileTwoHundredCommitsRun_SeesOneMomentAndHoldsNobodyUp()
    {
        await FillAsync(500);
        var commits = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                Assert.Equal(CommitOutcome.Committed, await _stores.CommitAsync(AddOrder($"O{i:000}"), AddSession($"S{i:000}", $"O{i:000}"), CreateOrder($"op{i:000}", $"O{i:000}")));
            }
        });
        for (var taken = 0; taken < 5; taken++)
        {
            await TakeAsync(taken);
            await using var copy = new SqliteStores(CopyOf(new BackupFolder(_folder.Database).Newest!.Path));
            var orders = await copy.Ports.Checkouts.ListAsync(null, 1000, CancellationToken.None);
            Assert.Equal(Enumerable.Range(0, orders.Count).Select(i => $"O{i:000}"), orders.Select(o => o.Order.Lid).Order(StringComparer.Ordinal));
            Assert.All(orders, order => Assert.Single(order.Sessions));
            Assert.Equal(orders.Count, (await copy.Ports.Operator.LoadOpenAsync(CancellationToken.None)).Count);
        }

        await commits;
    }

    [Fact]
    public async Task BackUp_Cancelled_LeavesNothing()
    {
        await FillAsync(50);
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _stores.Database.Readers.ReadAsync(
            reader => new BackupWriter(_folder.Database).Take(reader, Start, cancellation.Token), CancellationToken.None));

        Assert.Empty(Directory.GetFiles(_folder.Path("."), "*.backup*"));
    }

    [Theory]
    [InlineData("operator.db.backup-yesterday")]
    [InlineData("operator.db.backup-")]
    [InlineData("other.db.backup-20261124T090000000Z")]
    [InlineData("operator.db.backup-20261124T090000000Z-wal")]
    public void NewestFirst_FilesOfOtherNames_AreNotBackups(string name)
    {
        File.WriteAllText(_folder.Path(name), "");

        Assert.Empty(new BackupFolder(_folder.Database).NewestFirst());
    }

    public async ValueTask DisposeAsync()
    {
        await _stores.DisposeAsync();
        _folder.Dispose();
    }

    private IEnumerable<string> Files() => new BackupFolder(_folder.Database).NewestFirst().Select(b => b.Path);

    private async Task TakeAsync(int hour) => Assert.Equal(BackupOutcome.Taken, await _stores.Backups.BackUpAsync(Start.AddHours(hour), CancellationToken.None));

    private async Task FillAsync(int links) =>
        Assert.Equal(CommitOutcome.Committed, await _stores.CommitAsync([.. Enumerable.Range(0, links).Select(i => AddLink($"F{i}", new string('x', 500)))]));

    // Opening a backup itself would put a log beside it.
    private string CopyOf(string backup)
    {
        var copy = _folder.Path($"{Guid.NewGuid():N}.db");
        File.Copy(backup, copy);
        return copy;
    }
}
