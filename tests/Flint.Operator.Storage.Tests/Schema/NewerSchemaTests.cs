using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Sql;
using SQLite;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Schema;

/// <summary>What a newer version of the app has written can be looked at, and is never changed.</summary>
public sealed class NewerSchemaTests : IAsyncDisposable
{
    private static readonly int Newer = Migration.All[^1].Version + 1;

    private readonly TempFolder _folder = new();
    private SqliteStores? _newerApp;

    [Fact]
    public async Task Open_ClosedByANewerApp_CanBeReadAndNothingIsWrittenNotEvenBesideIt()
    {
        await MakeAsync("ALTER TABLE entity ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0; CREATE TABLE tag (id TEXT)");
        await CloseNewerAppAsync();
        var before = Snapshot();

        await using (var stores = Open())
        {
            await AssertReadableAsync(stores);
            await AssertNothingIsWrittenAsync(stores);
        }

        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task Open_LeftOpenByANewerAppThatDied_ReadsItsLogTooAndChangesNeitherFile()
    {
        await MakeAsync("ALTER TABLE entity ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0");
        Assert.Equal(Migration.All[^1].Version, DatabaseHeader.Read(_folder.Database).UserVersion);
        var before = Snapshot("-shm");

        await using (var stores = Open())
        {
            await AssertReadableAsync(stores);
            await AssertNothingIsWrittenAsync(stores);
        }

        Assert.Equal(before, Snapshot("-shm"));
    }

    [Fact]
    public async Task Open_ThatThisVersionCannotRead_IsRefusedUntouched()
    {
        await MakeAsync("ALTER TABLE operation RENAME COLUMN intent_json TO intent");
        await CloseNewerAppAsync();

        AssertRefusedUntouched();
    }

    [Fact]
    public async Task Open_WithAVerbThatThisVersionDoesNotKnow_IsRefusedUntouched()
    {
        await MakeAsync("DROP TRIGGER operation_identity_is_frozen; PRAGMA ignore_check_constraints = ON; UPDATE operation SET verb = 'refund'");
        await CloseNewerAppAsync();

        AssertRefusedUntouched();
    }

    [Fact]
    public async Task Open_OfTwoVersionsLaterWithALostHeader_IsNotMistakenForOurs()
    {
        await MakeAsync("SELECT 1");
        await CloseNewerAppAsync();
        await Damage.SetUserVersionAsync(_folder.Database, int.MaxValue);

        await using var stores = Open();
        Assert.Equal(CommitOutcome.NewerSchema, await stores.CommitAsync(AddLink("L2")));
    }

    [Fact]
    public async Task Run_DamageMetInIt_IsToldAndLeavesNoMarkBesideIt()
    {
        await MakeAsync("CREATE TABLE tag (id TEXT)");
        await CloseNewerAppAsync();
        var told = 0;
        await using (var stores = Open())
        {
            stores.Database.Damage.Found = () => told++;
            stores.Database.Damage.Look(SQLiteException.New(SQLite3.Result.Corrupt, "A page is damaged."));
            Assert.Equal(CommitOutcome.NewerSchema, await stores.CommitAsync(AddLink("L2")));
        }

        Assert.Equal(1, told);
        Assert.Equal([_folder.Database], Directory.GetFiles(_folder.Path("")));
    }

    [Fact]
    public async Task Open_OnceTheAppIsUpdated_WritesAgain()
    {
        await MakeAsync("CREATE TABLE tag (id TEXT)");
        await CloseNewerAppAsync();
        await using (var older = Open())
        {
            Assert.Equal(CommitOutcome.NewerSchema, await older.CommitAsync(AddLink("L2")));
        }

        Migration[] updated = [.. Migration.All, new Migration(Newer, "SELECT nothing")];
        await using var newer = new SqliteStores(OperatorDatabase.Open(_folder.Database, TimeProvider.System, TimeSpan.FromSeconds(1), updated));

        Assert.Equal(CommitOutcome.Committed, await newer.CommitAsync(AddLink("L2")));
    }

    public async ValueTask DisposeAsync()
    {
        await CloseNewerAppAsync();
        _folder.Dispose();
    }

    private SqliteStores Open() => new(_folder.Database);

    // The newer app closes cleanly or, while it is not disposed, has died.
    private async Task MakeAsync(string change)
    {
        _newerApp = new SqliteStores(_folder.Database);
        await _newerApp.CommitAsync(AddLink("L1"), CreateLink("A", "L1"), AddOrder("O1"), AddSession("S1", "O1"));
        await _newerApp.Ports.Settings.SaveAsync(new OperatorSettings { DeviceName = "Van 2" }, CancellationToken.None);
        await _newerApp.ScriptAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await _newerApp.ScriptAsync($"{change}; PRAGMA user_version = {Newer}");
    }

    private async Task CloseNewerAppAsync()
    {
        if (_newerApp is not null)
        {
            await _newerApp.DisposeAsync();
            _newerApp = null;
        }
    }

    private static async Task AssertReadableAsync(SqliteStores stores)
    {
        Assert.True(stores.Database.IsReadOnly);
        Assert.Null(stores.Database.Recovery);
        Assert.Equal("Membership dues", (await stores.Ports.Links.FindAsync("L1", CancellationToken.None))!.Title);
        Assert.Equal("S1", Assert.Single((await stores.Ports.Checkouts.FindAsync("O1", CancellationToken.None))!.Sessions).Lid);
        Assert.Equal("A", Assert.Single(await stores.Ports.Operator.LoadOpenAsync(CancellationToken.None)).Id);
        Assert.Equal("Van 2", (await stores.Ports.Settings.LoadAsync(CancellationToken.None)).DeviceName);
    }

    private static async Task AssertNothingIsWrittenAsync(SqliteStores stores)
    {
        Assert.Equal(CommitOutcome.NewerSchema, await stores.CommitAsync(AddLink("L2")));
        Assert.Equal(CommitOutcome.NewerSchema, await stores.Ports.Settings.SaveAsync(OperatorSettings.Default, CancellationToken.None));
        await Assert.ThrowsAsync<SQLiteException>(() => stores.Database.Readers.ReadAsync(c => c.Execute("DELETE FROM setting"), CancellationToken.None));
    }

    private void AssertRefusedUntouched()
    {
        var before = Snapshot();

        Assert.Equal(DatabaseProblem.NewerSchema, Assert.Throws<DatabaseProblemException>(Open).Problem);

        Assert.Equal(before, Snapshot());
    }

    private Dictionary<string, string> Snapshot(string except = "no file") => Directory.GetFiles(_folder.Path("."))
        .Where(file => !file.EndsWith(except, StringComparison.Ordinal))
        .ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(Copies.Read(file)), StringComparer.Ordinal);
}
