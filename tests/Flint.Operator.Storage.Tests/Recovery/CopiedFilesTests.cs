using Flint.Operator.Core.Sync;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Recovery;

/// <summary>Somebody copies the files by hand: without the log, without the file, or while the app writes them.</summary>
public sealed class CopiedFilesTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TempFolder _copy = new();
    private readonly SqliteStores _stores;

    public CopiedFilesTests() => _stores = new SqliteStores(_folder.Database);

    [Fact]
    public async Task Open_CopyWithoutItsLog_IsTheStateThatWasFoldedInAndWhole()
    {
        await CommitAsync(0, 10);
        await _stores.ScriptAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await CommitAsync(10, 10);
        Copies.OfTheKilled(_folder, _copy, "operator.db");

        Assert.Equal(10, await SurvivorsAsync());
    }

    [Fact]
    public async Task Open_CopyWithItsLog_HasEverything()
    {
        await CommitAsync(0, 10);
        await _stores.ScriptAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await CommitAsync(10, 10);
        Copies.OfTheKilled(_folder, _copy, "operator.db", "operator.db-wal", "operator.db-shm");

        Assert.Equal(20, await SurvivorsAsync());
    }

    [Fact]
    public async Task Open_LogCopiedBesideAFileThatIsGone_IsKeptAndSaid()
    {
        await CommitAsync(0, 10);
        Copies.OfTheKilled(_folder, _copy, "operator.db-wal", "operator.db-shm");
        var log = Copies.Read(_copy.Database + "-wal");

        await using var stores = new SqliteStores(_copy.Database);

        Assert.Equal(new DatabaseRecovery(null, null), stores.Database.Recovery);
        Assert.Equal(log, Copies.Read(Assert.Single(Directory.GetFiles(_copy.Path(""), "*.damaged-*-wal"))));
    }

    [Fact]
    public async Task Open_IndexOfAnOlderLogBesideIt_IsMadeAnew()
    {
        await CommitAsync(0, 5);
        Copies.OfTheKilled(_folder, _copy, "operator.db-shm");
        await CommitAsync(5, 5);
        Copies.OfTheKilled(_folder, _copy, "operator.db", "operator.db-wal");

        Assert.Equal(10, await SurvivorsAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Open_CopiedFileFirstWhileTheAppWrites_IsAPrefixOrMendedNeverHalf(int seed)
    {
        await _stores.ScriptAsync("PRAGMA wal_autocheckpoint = 20");
        Assert.Equal(BackupOutcome.Taken, await _stores.Backups.BackUpAsync(Start, CancellationToken.None));
        var random = new Random(seed);
        var writing = CommitAsync(0, 150);
        for (var copy = 0; copy < 25; copy++)
        {
            // The file first and its log after it, as an alphabetical copy takes them.
            foreach (var file in Directory.GetFiles(_copy.Path("")))
            {
                File.Delete(file);
            }

            Copies.OfTheKilled(_folder, _copy, "operator.db", "operator.db-wal", "operator.db.backup-20261124T090000000Z");
            await SurvivorsAsync();
            await _stores.CommitAsync(new StoreChange.Audit(Start.AddMinutes(random.Next(60)), null, "Ada", "looked"));
        }

        await writing;
    }

    [Fact]
    public async Task Open_TheCopy_BearsTheIdOfTheDeviceItCameFrom()
    {
        Copies.OfTheKilled(_folder, _copy, "operator.db", "operator.db-wal");
        await using var copy = new SqliteStores(_copy.Database);

        Assert.Equal(
            (await _stores.Ports.Operator.LoadInstallationAsync(CancellationToken.None)).Id,
            (await copy.Ports.Operator.LoadInstallationAsync(CancellationToken.None)).Id);
    }

    public async ValueTask DisposeAsync()
    {
        await _stores.DisposeAsync();
        _folder.Dispose();
        _copy.Dispose();
    }

    private async Task CommitAsync(int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            var (order, session) = ($"O{i:000}", $"S{i:000}");
            Assert.Equal(
                CommitOutcome.Committed,
                await _stores.CommitAsync(AddOrder(order), AddSession(session, order), CreateOrder("o" + order, order), CreateSession("s" + session, session, order, "o" + order)));
        }
    }

    // How many commits are left; half a one fails the test.
    private async Task<int> SurvivorsAsync()
    {
        await using var stores = new SqliteStores(_copy.Database);
        Assert.Equal("ok", await stores.TextAsync("PRAGMA quick_check"));
        var checkouts = (await stores.Ports.Checkouts.ListAsync(null, 1000, CancellationToken.None)).OrderBy(c => c.Order.Lid, StringComparer.Ordinal).ToList();
        Assert.Equal(Enumerable.Range(0, checkouts.Count).Select(i => $"O{i:000}"), checkouts.Select(c => c.Order.Lid));
        Assert.All(checkouts, checkout => Assert.NotNull(Assert.Single(checkout.Sessions).Creation));
        Assert.Equal(checkouts.Count * 2, (await stores.Ports.Operator.LoadOpenAsync(CancellationToken.None)).Count);
        return checkouts.Count;
    }
}
