using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Storage.Backups;
using Flint.Operator.Storage.Schema;
using Microsoft.Extensions.Time.Testing;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Recovery;

/// <summary>A damaged file is set aside whole, the newest good backup takes its place, and what it holds is marked.</summary>
public sealed class RecoveryTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Start.AddHours(5));

    private string Aside => _folder.Database + ".damaged-20261124T140000000Z";

    [Fact]
    public async Task Open_HeaderGone_RestoresTheNewestBackupAndMarksIt()
    {
        await MakeAsync("L1", "L2");
        await File.WriteAllTextAsync(_folder.Database, new string('x', 5000));

        await using var stores = Open();

        Assert.Equal(new DatabaseRecovery(Start.AddHours(1), Aside), stores.Database.Recovery);
        Assert.Equal(["L2", "L1"], await LidsAsync(stores));
        Assert.Equal($"{Start.AddHours(5).UtcTicks}", await stores.TextAsync("SELECT restored_at FROM installation"));
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(Aside));
        Assert.False(File.Exists(_folder.Database + ".suspect"));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(_folder.Database) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Open_TheNextTime_KeepsTheMarkAndTellsNothing()
    {
        await MakeAsync("L1");
        await File.WriteAllTextAsync(_folder.Database, "x");
        await using (Open())
        {
        }

        _time.Advance(TimeSpan.FromDays(1));
        await using var next = Open();

        Assert.Null(next.Database.Recovery);
        Assert.Equal($"{Start.AddHours(5).UtcTicks}", await next.TextAsync("SELECT restored_at FROM installation"));
    }

    [Fact]
    public async Task Open_DamagedAfterAnUncleanStop_SetsTheLogAsideToo()
    {
        await MakeAsync("L1");
        await using var killed = Open();
        await FillAsync(killed);
        await killed.ScriptAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await killed.CommitAsync(AddLink("last"));
        using var after = new TempFolder();
        Copies.OfTheKilled(_folder, after, "operator.db", "operator.db-wal", "operator.db.backup-20261124T090000000Z");
        await Damage.FillPagesAsync(after.Database, from: 30);
        var (file, log) = (await File.ReadAllBytesAsync(after.Database), await File.ReadAllBytesAsync(after.Database + "-wal"));

        await using var stores = Open(after);

        var aside = stores.Database.Recovery!.DamagedFile!;
        Assert.Equal(["last", "L1"], await LidsAsync(stores));
        Assert.Equal(file, await File.ReadAllBytesAsync(aside));
        Assert.Equal(log, await File.ReadAllBytesAsync(aside + "-wal"));
    }

    [Fact]
    public async Task Open_DamagedWithoutABackup_StartsEmptyAndKeepsTheDamagedFile()
    {
        await File.WriteAllTextAsync(_folder.Database, "not a database at all");

        await using var stores = Open();

        Assert.Equal(new DatabaseRecovery(null, Aside), stores.Database.Recovery);
        Assert.Equal("not a database at all", await File.ReadAllTextAsync(Aside));
        Assert.Equal(CommitOutcome.Committed, await stores.CommitAsync(AddLink("L1")));
        Assert.Null(await stores.TextAsync("SELECT restored_at FROM installation"));
    }

    [Fact]
    public async Task Open_NewestBackupDamagedToo_TakesTheOneBeforeAndKeepsBoth()
    {
        await MakeAsync("L1", "L2");
        await File.WriteAllTextAsync(_folder.Database, "x");
        await Damage.FillPagesAsync(_folder.Database + ".backup-20261124T100000000Z", from: 2);

        await using var stores = Open();

        Assert.Equal(Start, stores.Database.Recovery!.BackupTakenAt);
        Assert.Equal(["L1"], await LidsAsync(stores));
        Assert.True(File.Exists(_folder.Database + ".damaged-20261124T100000000Z-backup"));
    }

    [Fact]
    public async Task Open_EveryBackupDamaged_StartsEmpty()
    {
        await MakeAsync("L1", "L2");
        await File.WriteAllTextAsync(_folder.Database, "x");
        foreach (var backup in new BackupFolder(_folder.Database).NewestFirst())
        {
            await File.WriteAllTextAsync(backup.Path, "y");
        }

        await using (var stores = Open())
        {
            Assert.Null(stores.Database.Recovery!.BackupTakenAt);
        }

        await using var next = Open();
        Assert.Null(next.Database.Recovery);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SQLite format 3")]
    public async Task Open_CutShort_Restores(string rest)
    {
        await MakeAsync("L1");
        await File.WriteAllTextAsync(_folder.Database, rest);

        await using var stores = Open();

        Assert.Equal(["L1"], await LidsAsync(stores));
        Assert.NotNull(stores.Database.Recovery);
    }

    [Fact]
    public async Task Open_FileGoneButItsBackupsThere_Restores()
    {
        await MakeAsync("L1");
        File.Delete(_folder.Database);

        await using var stores = Open();

        Assert.Equal(new DatabaseRecovery(Start, null), stores.Database.Recovery);
        Assert.Equal(["L1"], await LidsAsync(stores));
    }

    [Fact]
    public async Task Open_LogWithoutItsFile_KeepsTheLogAndStartsEmpty()
    {
        await using var killed = Open();
        await killed.CommitAsync(AddLink("L1"));
        using var after = new TempFolder();
        Copies.OfTheKilled(_folder, after, "operator.db-wal");
        var log = await File.ReadAllBytesAsync(after.Database + "-wal");

        await using var stores = Open(after);

        Assert.Equal(new DatabaseRecovery(null, null), stores.Database.Recovery);
        Assert.Empty(await LidsAsync(stores));
        Assert.Equal(log, await File.ReadAllBytesAsync(after.Database + ".damaged-20261124T140000000Z-wal"));
    }

    [Fact]
    public async Task Open_BackupOfAnOlderSchema_IsMigratedOnItsWayBack()
    {
        await using (var old = new SqliteStores(OperatorDatabase.Open(_folder.Database, _time, TimeSpan.FromSeconds(1), [Migration.All[0]])))
        {
            await old.Ports.Settings.SaveAsync(new OperatorSettings { DeviceName = "Van 2" }, CancellationToken.None);
            Assert.Equal(BackupOutcome.Taken, await old.Backups.BackUpAsync(Start, CancellationToken.None));
        }

        await File.WriteAllTextAsync(_folder.Database, "x");
        await using var stores = Open();

        Assert.Equal($"{Migration.All[^1].Version}", await stores.TextAsync("PRAGMA user_version"));
        Assert.Equal("Van 2", (await stores.Ports.Settings.LoadAsync(CancellationToken.None)).DeviceName);
        Assert.NotNull(await stores.TextAsync("SELECT restored_at FROM installation"));
    }

    public void Dispose() => _folder.Dispose();

    private SqliteStores Open(TempFolder? folder = null) => new((folder ?? _folder).Database, time: _time);

    // A backup after each link, an hour apart.
    private async Task MakeAsync(params string[] links)
    {
        await using var stores = Open();
        for (var i = 0; i < links.Length; i++)
        {
            await stores.CommitAsync(AddLink(links[i]));
            await FillAsync(stores, $"fill{i}-");
            Assert.Equal(BackupOutcome.Taken, await stores.Backups.BackUpAsync(Start.AddHours(i), CancellationToken.None));
        }

        await stores.CommitAsync(AddLink("after the last backup"));
    }

    private static async Task FillAsync(SqliteStores stores, string prefix = "more") =>
        Assert.Equal(CommitOutcome.Committed, await stores.CommitAsync([.. Enumerable.Range(0, 200).Select(i => AddOrder($"{prefix}{i}", new string('x', 500)))]));

    private static async Task<IEnumerable<string>> LidsAsync(SqliteStores stores) =>
        (await stores.Ports.Links.ListAsync(null, 10, CancellationToken.None)).Select(l => l.Lid);
}
