using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Storage.Backups;
using Flint.Operator.Storage.Recovery;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Recovery;

/// <summary>The app is killed between two steps of mending: the next start ends in the same place, marked, with nothing lost.</summary>
public sealed class DiedWhileMendingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Marker => _folder.Database + ".suspect";

    private string Unfinished => _folder.Database + ".restored.part";

    [Fact]
    public async Task AfterTheMarker_StartsOver()
    {
        await MakeAsync();
        await File.WriteAllTextAsync(Marker, "");

        await AssertMendedAsync();
    }

    [Fact]
    public async Task HalfThroughTheCopy_StartsOver()
    {
        await MakeAsync();
        await File.WriteAllTextAsync(Marker, "");
        await File.WriteAllTextAsync(Unfinished, "half a copy");
        await File.WriteAllTextAsync(Unfinished + "-wal", "and its log");

        await AssertMendedAsync();
    }

    [Fact]
    public async Task AfterTheFileWasSetAsideButNotItsLog_SetsTheLogAsideToo()
    {
        await MakeAsync();
        await File.WriteAllTextAsync(Marker, "");
        await File.WriteAllTextAsync(_folder.Database + "-wal", "the damaged log");
        File.Move(_folder.Database, _folder.Database + ".damaged-20261124T090000000Z");

        await AssertMendedAsync();
        Assert.Equal("the damaged log", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder.Path(""), "*.damaged-*-wal"))));
    }

    [Fact]
    public async Task AfterEverythingWasSetAside_Restores()
    {
        await MakeAsync();
        await File.WriteAllTextAsync(Marker, "");
        File.Move(_folder.Database, _folder.Database + ".damaged-20261124T090000000Z");

        await AssertMendedAsync();
    }

    [Fact]
    public async Task AfterTheRestoredFileTookItsName_KeepsItAndItsMark()
    {
        await MakeAsync();
        await using (new SqliteStores(_folder.Database))
        {
        }

        await File.WriteAllTextAsync(Marker, "");
        await using var stores = new SqliteStores(_folder.Database);

        Assert.Null(stores.Database.Recovery);
        Assert.NotNull(await stores.TextAsync("SELECT restored_at FROM installation"));
        Assert.False(File.Exists(Marker));
    }

    [Fact]
    public async Task WithoutABackup_AfterTheFileWasSetAside_StartsEmptyAndSaysSo()
    {
        await File.WriteAllTextAsync(Marker, "");

        await using var stores = new SqliteStores(_folder.Database);

        Assert.Equal(new DatabaseRecovery(null, null), stores.Database.Recovery);
        Assert.False(File.Exists(Marker));
    }

    public void Dispose() => _folder.Dispose();

    // A damaged file with a good backup of one link.
    private async Task MakeAsync()
    {
        await using (var stores = new SqliteStores(_folder.Database))
        {
            await stores.CommitAsync(AddLink("L1"), CreateLink("A", "L1"));
            Assert.Equal(BackupOutcome.Taken, await stores.Backups.BackUpAsync(Start, CancellationToken.None));
        }

        await File.WriteAllTextAsync(_folder.Database, "damaged");
    }

    private async Task AssertMendedAsync()
    {
        await using var stores = new SqliteStores(_folder.Database);
        Assert.Equal(Start, stores.Database.Recovery!.BackupTakenAt);
        Assert.NotNull(await stores.TextAsync("SELECT restored_at FROM installation"));
        Assert.Equal("A", Assert.Single(await stores.Ports.Operator.LoadOpenAsync(CancellationToken.None)).Id);
        Assert.False(new DamageMarker(_folder.Database).IsSet);
        Assert.Empty(Directory.GetFiles(_folder.Path(""), "*.part*"));
        Assert.NotNull(new BackupFolder(_folder.Database).Newest);
        Assert.Equal("damaged", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder.Path(""), "*.damaged-*"), file => !file.EndsWith("-wal", StringComparison.Ordinal))));
    }
}
