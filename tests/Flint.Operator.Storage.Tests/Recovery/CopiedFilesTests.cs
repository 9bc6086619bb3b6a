using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Recovery;

/// <summary>Somebody copies the files by hand: without the log, without the file, or while the app writes them.</summary>
public sealed class CopiedFilesTests : IAsyncDisposable
{
    private const string Backup = "operator.db.backup-20261124T090000000Z";

    private readonly TempFolder _folder = new();
    private readonly TempFolder _copy = new();
    private readonly SqliteStores _stores;

    public CopiedFilesTests() => _stores = new SqliteStores(_folder.Database);

    public static TheoryData<int, int> Pace { get; } = new(from between in new[] { 0, 1, 2, 3, 7, 12 } from after in new[] { 1, 4, 10 } select (between, after));

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
    [MemberData(nameof(Pace))]
    public async Task Open_FileCopiedBeforeAndItsLogAfterTheLogBeganAnew_IsWholeOrRestored(int between, int after)
    {
        await PrepareAsync();
        Copies.OfTheKilled(_folder, _copy, "operator.db", Backup);
        await CommitAsync(20, between);
        await _stores.ScriptAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await CommitAsync(20 + between, after);
        Copies.OfTheKilled(_folder, _copy, "operator.db-wal");

        // Commits are missing from the middle: all of them can be there, but never the later ones alone.
        Assert.Contains(await SurvivorsAsync(), new[] { 20, 20 + between + after });
    }

    [Theory]
    [MemberData(nameof(Pace))]
    public async Task Open_LogCopiedBeforeAndItsFileAfterTheLogWasFoldedIn_IsWholeOrRestored(int between, int after)
    {
        await PrepareAsync();
        await CommitAsync(20, between);
        Copies.OfTheKilled(_folder, _copy, "operator.db-wal", Backup);
        await CommitAsync(20 + between, after);
        await _stores.ScriptAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        Copies.OfTheKilled(_folder, _copy, "operator.db");

        // The old log lies over a newer file.
        Assert.InRange(await SurvivorsAsync(), 20, 20 + between + after);
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

    // Twenty commits are folded into the file, and there is a backup of them.
    private async Task PrepareAsync()
    {
        await CommitAsync(0, 20);
        Assert.Equal(BackupOutcome.Taken, await _stores.Backups.BackUpAsync(Start, CancellationToken.None));
        await _stores.ScriptAsync("PRAGMA wal_checkpoint(TRUNCATE)");
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
        if (stores.Database.Recovery is not null)
        {
            // Of a file and a log that do not belong together what can be read is brought over, held: later commits without earlier ones too.
            Assert.NotNull(await stores.TextAsync("SELECT restored_at FROM installation"));
            Assert.Equal(Enumerable.Range(0, 20).Select(i => $"O{i:000}"), checkouts.Take(20).Select(c => c.Order.Lid));
            Assert.Equal(checkouts.Count, checkouts.DistinctBy(c => c.Order.Lid, StringComparer.Ordinal).Count());
            return 20;
        }

        Assert.Equal(Enumerable.Range(0, checkouts.Count).Select(i => $"O{i:000}"), checkouts.Select(c => c.Order.Lid));
        Assert.All(checkouts, checkout => Assert.NotNull(Assert.Single(checkout.Sessions).Creation));
        Assert.Equal(checkouts.Count * 2, (await stores.Ports.Operator.LoadOpenAsync(CancellationToken.None)).Count);
        return checkouts.Count;
    }
}
