using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using SQLite;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Recovery;

/// <summary>Damage that shows only while the app runs: it is told at once, no tap is taken over it, and the next start mends it.</summary>
public sealed class DamageWhileRunningTests : IAsyncLifetime
{
    private const int Folded = 300;

    private readonly TempFolder _folder = new();
    private byte[] _file = [];
    private byte[] _log = [];

    public async ValueTask InitializeAsync()
    {
        await using var killed = new SqliteStores(_folder.Database);
        await killed.CommitAsync([.. Enumerable.Range(0, Folded).SelectMany(i => new[] { AddLink($"L{i:000}"), CreateLink($"op{i:000}", $"L{i:000}") })]);
        Assert.Equal(BackupOutcome.Taken, await killed.Backups.BackUpAsync(Start, CancellationToken.None));
        await killed.ScriptAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await killed.CommitAsync(AddLink("last"));
        _file = Copies.Read(_folder.Database);
        _log = Copies.Read(_folder.Database + "-wal");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Run_DamageMetByARead_IsToldAndMendedByTheNextStart()
    {
        using var after = Write(withLog: false);
        var told = 0;
        await using (var stores = new SqliteStores(after.Database))
        {
            stores.Database.Damage.Found = () => told++;
            await Damage.FillPagesAsync(after.Database, from: 45);

            await Assert.ThrowsAsync<SQLiteException>(() => stores.Ports.Links.ListAsync(null, 1000, CancellationToken.None));
            await Assert.ThrowsAsync<SQLiteException>(() => stores.Ports.Links.ListAsync(null, 1000, CancellationToken.None));

            // The restored backup would not have it, so nothing more is acknowledged.
            Assert.Equal(CommitOutcome.Damaged, await stores.CommitAsync(new StoreChange.Audit(Start, null, "Ada", "looked")));
        }

        Assert.Equal(1, told);
        await using var next = new SqliteStores(after.Database);
        Assert.Equal(Start, next.Database.Recovery!.BackupTakenAt);
        Assert.Equal(Folded, (await next.Ports.Links.ListAsync(null, 1000, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Run_DamageMetByACommit_IsToldAndMendedByTheNextStart()
    {
        using var after = Write(withLog: false);
        var told = 0;
        await using (var stores = new SqliteStores(after.Database))
        {
            stores.Database.Damage.Found = () => told++;
            await Damage.FillPagesAsync(after.Database, from: 45);

            var outcomes = new HashSet<CommitOutcome>();
            for (var i = 0; i < Folded; i++)
            {
                outcomes.Add(await stores.CommitAsync(AddLink($"L{i:000}+"), CreateLink($"op{i:000}+", $"L{i:000}+")));
            }

            Assert.Contains(CommitOutcome.Damaged, outcomes);
        }

        Assert.Equal(1, told);
        await using var next = new SqliteStores(after.Database);
        Assert.Equal(Start, next.Database.Recovery!.BackupTakenAt);
    }

    [Fact]
    public async Task Open_MarkedButSound_IsUsedAndTheMarkGoes()
    {
        using var after = Write(withLog: true);
        await File.WriteAllTextAsync(after.Database + ".suspect", "");

        await using var stores = new SqliteStores(after.Database);

        Assert.Null(stores.Database.Recovery);
        Assert.NotNull(await stores.Ports.Links.FindAsync("last", CancellationToken.None));
        Assert.False(File.Exists(after.Database + ".suspect"));
    }

    [Fact]
    public async Task Open_MarkedAndItsIndexLies_IsRestored()
    {
        // quick_check does not compare indexes with tables; the mark asks for the check that does.
        using var after = Write(withLog: false);
        using (var connection = Sqlite.OpenWriter(after.Database))
        {
            connection.Script("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE INDEX entity_page ON entity (lid, kind)' WHERE name = 'entity_page'; PRAGMA writable_schema = RESET");
            Assert.Equal("ok", connection.Text("PRAGMA quick_check"));
        }

        await File.WriteAllTextAsync(after.Database + ".suspect", "");
        await using var stores = new SqliteStores(after.Database);

        Assert.Equal(Start, stores.Database.Recovery!.BackupTakenAt);
    }

    private TempFolder Write(bool withLog)
    {
        var after = new TempFolder();
        File.WriteAllBytes(after.Database, _file);
        if (withLog)
        {
            File.WriteAllBytes(after.Database + "-wal", _log);
        }

        Copies.OfTheKilled(_folder, after, "operator.db.backup-20261124T090000000Z");
        return after;
    }
}
