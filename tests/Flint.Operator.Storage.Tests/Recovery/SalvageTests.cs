using System.Globalization;
using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Sync;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Storage.Tests.Recovery;

/// <summary>A page is lost: what stood on it is all that may be missing, whether or not there was a backup, and nothing is there twice.</summary>
public sealed class SalvageTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int ColumnsOfEntities = 18;
    private const int ColumnsOfOperations = 32;
    private const byte LeafOfIndex = 0x0A;
    private const byte InteriorOfIndex = 0x02;
    private const byte InteriorOfTable = 0x05;

    private readonly SalvageBench _bench = new();

    public async ValueTask InitializeAsync() => await _bench.FillAsync();

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_APageOfRecordsLost_HasEveryTap(bool withBackup)
    {
        var pages = _bench.LeavesOf(ColumnsOfEntities);
        Assert.InRange(pages.Count, 10, 1000);
        foreach (var page in pages)
        {
            // What was created at the API loses its record here, and is looked for before it counts as done again.
            await AssertLostAsync(_bench.Without(page), withBackup, operations: 0, records: 0, changed: _bench.RowsOn(page));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_APageOfOperationsLost_HasEveryTapButWhatWasCreatedThere(bool withBackup)
    {
        var pages = _bench.LeavesOf(ColumnsOfOperations);
        Assert.InRange(pages.Count, 10, 1000);
        foreach (var page in pages)
        {
            await AssertLostAsync(_bench.Without(page), withBackup, operations: _bench.RowsOn(page), records: 0, changed: _bench.RowsOn(page));
        }
    }

    [Theory]
    [InlineData(LeafOfIndex, true)]
    [InlineData(LeafOfIndex, false)]
    [InlineData(InteriorOfIndex, true)]
    [InlineData(InteriorOfIndex, false)]
    public async Task Open_APageOfAnIndexLost_HasEverything(byte kind, bool withBackup)
    {
        foreach (var page in _bench.PagesOf(kind))
        {
            await AssertLostAsync(_bench.Without(page), withBackup, operations: 0, records: 0, changed: 0);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_TheTopOfATableLost_HasEverything(bool withBackup)
    {
        var pages = _bench.PagesOf(InteriorOfTable);
        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            await AssertLostAsync(_bench.Without(page), withBackup, operations: 0, records: 0, changed: 0);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_TheFirstPageLost_HasEverything(bool withBackup) =>
        await AssertLostAsync(_bench.Without(1), withBackup, operations: 0, records: 0, changed: 0);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_TheLastPageCutOff_LosesThatPageAtMost(bool withBackup) => await AssertLostAsync(
        _bench.File[..^SalvageBench.PageSize], withBackup, operations: _bench.RowsOn(_bench.LastPage), records: _bench.RowsOn(_bench.LastPage), changed: _bench.RowsOn(_bench.LastPage));

    [Fact]
    public async Task Open_NothingCanBeRead_IsTheBackupAlone()
    {
        using var folder = _bench.Write([.. Enumerable.Repeat((byte)0xAA, _bench.File.Length)], withBackup: true);
        await using var stores = new SqliteStores(folder.Database);

        Assert.Equal(0, stores.Database.Recovery!.Salvaged);
        Assert.All((await StatesAsync(stores)).Keys, id => Assert.Equal('a', id[1]));
    }

    [Fact]
    public async Task Open_ATransactionOnlyInTheLog_IsBroughtOverToo()
    {
        using var folder = new TempFolder();
        using var after = new TempFolder();
        await File.WriteAllBytesAsync(folder.Database, _bench.File);
        await using (var killed = new SqliteStores(folder.Database))
        {
            await killed.CommitAsync(Testing.Stores.StoreSamples.AddLink("last"), Testing.Stores.StoreSamples.CreateLink("lastOne", "last"));
            Copies.OfTheKilled(folder, after, "operator.db-wal");
        }

        await File.WriteAllBytesAsync(after.Database, _bench.Without(1));
        await using var stores = new SqliteStores(after.Database);

        Assert.Equal("ready", (await StatesAsync(stores))["lastOne"].State);
        Assert.Equal(_bench.Operations.Count + 1, (await StatesAsync(stores)).Count);
    }

    [Fact]
    public async Task Open_Salvaged_LeavesTheDamagedFileAsItWasAndNothingBeside()
    {
        var damaged = _bench.Without(_bench.LeavesOf(ColumnsOfOperations)[3]);
        using var folder = _bench.Write(damaged, withBackup: true);
        await using (var stores = new SqliteStores(folder.Database))
        {
            Assert.Equal(damaged, await File.ReadAllBytesAsync(stores.Database.Recovery!.DamagedFile!));
            Assert.Equal("ok", await stores.TextAsync("PRAGMA integrity_check"));
            Assert.Null(await stores.TextAsync("SELECT 'x' FROM pragma_foreign_key_check LIMIT 1"));
        }

        Assert.Empty(Directory.GetFiles(folder.Path(""), "*.part*"));
    }

    private async Task AssertLostAsync(byte[] damaged, bool withBackup, int operations, int records, int changed)
    {
        using var folder = _bench.Write(damaged, withBackup);
        await using var stores = new SqliteStores(folder.Database);
        var recovery = stores.Database.Recovery!;
        var states = await StatesAsync(stores);
        var lost = _bench.Operations.Keys.Except(states.Keys, StringComparer.Ordinal).ToList();
        var other = _bench.Operations.Where(o => states.TryGetValue(o.Key, out var now) && now.State != o.Value.State).ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"backup {withBackup}: {lost.Count} of {_bench.Operations.Count} operations lost, {other.Count} in another state, {recovery.Salvaged} salvaged, {recovery.Unread} unread"));

        Assert.InRange(lost.Count, 0, operations);
        Assert.InRange(other.Count, 0, changed);

        // The history of what was done may go with its page; what is still to be done may not.
        Assert.DoesNotContain(_bench.Operations, o => !states.ContainsKey(o.Key) && o.Value.State != "done");
        Assert.All(other.Where(o => o.Value.State == "done"), o => Assert.Equal("held", states[o.Key].State));
        Assert.InRange(await CountAsync(stores, "entity"), Total - records, Total);
        Assert.Equal(await CountAsync(stores, "entity"), await stores.Database.Readers.ReadAsync(c => (int)c.Number("SELECT count(DISTINCT lid) FROM entity"), CancellationToken.None));
        Assert.True(recovery.Unread >= lost.Count, "What is lost was not said.");
        Assert.NotNull(await stores.TextAsync("SELECT restored_at FROM installation"));
        await AssertAuditTellsAsync(stores);
        await stores.Ports.Operator.LoadOpenAsync(CancellationToken.None);
        await stores.Ports.Links.ListAsync(null, 1000, CancellationToken.None);
        await stores.Ports.Checkouts.ListAsync(null, 1000, CancellationToken.None);
    }

    // Lines may be lost, so one need not follow from those before it; where they end is where each operation is.
    private static async Task AssertAuditTellsAsync(SqliteStores stores)
    {
        var replay = new AuditReplay();
        var (lines, operations) = await stores.Database.Readers.ReadAsync(
            connection => (
                connection.Query("SELECT at, operation_id, who, what FROM audit ORDER BY seq", row => new StoreChange.Audit(row.Time("at"), row.OptionalText("operation_id"), row.Text("who"), row.Text("what"))),
                connection.Query($"SELECT {OperationRow.Columns} FROM operation AS o", OperationRow.Read)),
            CancellationToken.None);
        foreach (var line in lines)
        {
            replay.Read(line);
        }

        Assert.All(operations, operation => Assert.Equal(AuditedOperation.Of(operation), replay.Told.GetValueOrDefault(operation.Id)));
    }

    // One record an operation.
    private int Total => _bench.Operations.Count;

    private static Task<int> CountAsync(SqliteStores stores, string table) =>
        stores.Database.Readers.ReadAsync(c => (int)c.Number($"SELECT count(*) FROM {table}"), CancellationToken.None);

    private static Task<IReadOnlyDictionary<string, (string State, long Revision)>> StatesAsync(SqliteStores stores) =>
        stores.Database.Readers.ReadAsync(SalvageBench.StatesOf, CancellationToken.None);
}
