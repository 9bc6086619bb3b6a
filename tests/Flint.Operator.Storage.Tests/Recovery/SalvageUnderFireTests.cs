using System.Globalization;
using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Recovery;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Tests.Sql;

namespace Flint.Operator.Storage.Tests.Recovery;

/// <summary>Bits flip anywhere, the app dies or the disk fills up while it mends: it opens all the same, with everything once.</summary>
public sealed class SalvageUnderFireTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int ColumnsOfEntities = 18;

    private readonly SalvageBench _bench = new();

    public async ValueTask InitializeAsync() => await _bench.FillAsync();

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Open_HundredTimesRandomBitsFlipped_OpensWithEverythingOnceAndNothingSentAsIfItWereNot(int seed, bool withBackup)
    {
        var random = new Random(seed);
        var (mended, lost, refused) = (0, 0, 0);
        for (var run = 0; run < 100; run++)
        {
            var damaged = _bench.File.ToArray();
            for (var flips = random.Next(1, 6); flips > 0; flips--)
            {
                // Half of them in the structure of a page, which is what stops a reader.
                var page = random.Next(damaged.Length / SalvageBench.PageSize) * SalvageBench.PageSize;
                damaged[page + random.Next(random.Next(2) == 0 ? 16 : SalvageBench.PageSize)] ^= (byte)(1 << random.Next(8));
            }

            using var folder = _bench.Write(damaged, withBackup);
            try
            {
                await using var database = OperatorDatabase.Open(folder.Database, TimeProvider.System);
                mended += database.Recovery is null ? 0 : 1;
                lost += await database.Readers.ReadAsync(c => AssertSound(c, database.Recovery), CancellationToken.None);
            }
            catch (DatabaseProblemException refusal)
            {
                // The mark of whose file it is, or its version: nothing was touched.
                Assert.Contains(refusal.Problem, new[] { DatabaseProblem.NotOurs, DatabaseProblem.NewerSchema });
                Assert.Equal(damaged, await File.ReadAllBytesAsync(folder.Database));
                refused++;
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"backup {withBackup}: {mended} of 100 mended, {refused} refused, {lost} operations lost of {mended * _bench.Operations.Count}"));
        Assert.InRange(mended, 50, 100);
        Assert.InRange(refused, 0, 5);
        Assert.InRange(lost, 0, mended * _bench.Operations.Count / 50);
    }

    [Fact]
    public async Task Open_TheDiskFillsUpWhileItIsSalvaged_IsRefusedAndEndsTheSameOnceThereIsRoom()
    {
        if (!FaultyDisk.IsPossible)
        {
            return;
        }

        var damaged = _bench.Without(_bench.LeavesOf(ColumnsOfEntities)[4]);
        var whole = await ShapeOfAsync(damaged);
        using var folder = _bench.Write(damaged, withBackup: true);
        using var disk = new FaultyDisk(Path.GetDirectoryName(folder.Database)!);
        var refused = 0;
        for (var room = 0; ; room += 49_999)
        {
            disk.LeaveRoom(room);
            try
            {
                await using var opened = OperatorDatabase.Open(folder.Database, TimeProvider.System);
                break;
            }
            catch (DatabaseProblemException refusal)
            {
                Assert.Equal(DatabaseProblem.NotWritable, refusal.Problem);

                // Where it was, or already set aside.
                Assert.Contains([folder.Database, .. Directory.GetFiles(folder.Path(""), "operator.db.damaged-*")], file => File.Exists(file) && Copies.Read(file).AsSpan().SequenceEqual(damaged));
                refused++;
            }
        }

        disk.Free();
        Assert.InRange(refused, 3, 200);
        Assert.Equal(whole, await ShapeAsync(folder));
    }

    [Fact]
    public async Task Open_KilledBetweenSettingAsideAndTheName_SalvagesFromTheFileThatWasSetAside()
    {
        var damaged = _bench.Without(_bench.LeavesOf(ColumnsOfEntities)[4]);
        var whole = await ShapeOfAsync(damaged);
        using var folder = _bench.Write(damaged, withBackup: true);
        var aside = folder.Database + ".damaged-20261124T100000000Z";
        new DamageMarker(folder.Database).Set(aside);
        File.Move(folder.Database, aside);
        await File.WriteAllTextAsync(folder.Database + ".restored.part", "half");
        await File.WriteAllTextAsync(folder.Database + ".salvage.part", "half");

        await using (var stores = new SqliteStores(folder.Database))
        {
            Assert.Equal(aside, stores.Database.Recovery!.DamagedFile);
        }

        Assert.Equal(whole, await ShapeAsync(folder));
        Assert.Equal(damaged, await File.ReadAllBytesAsync(aside));
        Assert.Empty(Directory.GetFiles(folder.Path(""), "*.part*"));
    }

    [Fact]
    public async Task Open_AFileOfTheFirstVersionDamaged_IsSalvagedByTheColumnsThatBothHave()
    {
        using var folder = new TempFolder();
        IReadOnlyList<Storage.Schema.Migration> first = [Storage.Schema.Migration.All[0]];
        await using (var old = OperatorDatabase.Open(folder.Database, TimeProvider.System, TimeSpan.Zero, first))
        {
            await old.Writer.RunAsync(Schema.QueueOfEveryState.FillFirstVersion, CancellationToken.None);

            // Its sessions say nothing that reads as one.
            await old.Writer.RunAsync(
                connection => connection.Execute(
                    "UPDATE entity SET snapshot_json = replace(?1, 'remote-id', remote_id) WHERE kind = 'checkout-session' AND remote_id IS NOT NULL",
                    Storage.Sync.SnapshotText.Write(Testing.Stores.StoreSamples.SessionAt("remote-id")).Json),
                CancellationToken.None);
        }

        // One page of records: what was to be created can be made again, what was to be changed there is nothing left of.
        var bytes = await File.ReadAllBytesAsync(folder.Database);
        var leaf = Enumerable.Range(2, (bytes.Length / SalvageBench.PageSize) - 1)
            .Last(n => LeafPage.Of(n, bytes.AsSpan((n - 1) * SalvageBench.PageSize, SalvageBench.PageSize)) is { Columns: ColumnsOfEntities });
        bytes.AsSpan((leaf - 1) * SalvageBench.PageSize, SalvageBench.PageSize).Fill(0xAA);
        await File.WriteAllBytesAsync(folder.Database, bytes);
        await File.WriteAllTextAsync(folder.Database + ".suspect", "");

        await using var stores = new SqliteStores(folder.Database);
        var states = await stores.Database.Readers.ReadAsync(SalvageBench.StatesOf, CancellationToken.None);
        var lost = Schema.QueueOfEveryState.Count - states.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{states.Count} of {Schema.QueueOfEveryState.Count}, {stores.Database.Recovery!.Unread} unread"));

        Assert.Equal(3 * Schema.QueueOfEveryState.States.Length, states.Keys.Count(id => id.StartsWith("op-create-", StringComparison.Ordinal)));
        Assert.InRange(lost, 0, 20);
        Assert.Equal(2 * lost, stores.Database.Recovery!.Unread);
        Assert.Equal(0, await stores.Database.Readers.ReadAsync(c => c.Number("SELECT count(*) FROM operation WHERE state = 'held' AND hold IS NULL"), CancellationToken.None));
        await stores.Ports.Operator.LoadOpenAsync(CancellationToken.None);
    }

    private int AssertSound(SqlConnection connection, DatabaseRecovery? recovery)
    {
        Assert.Equal("ok", connection.Text("PRAGMA quick_check"));
        Assert.Null(connection.Text("SELECT 'x' FROM pragma_foreign_key_check LIMIT 1"));
        Assert.Equal(0, connection.Number("SELECT count(*) - count(DISTINCT reference) FROM entity WHERE reference IS NOT NULL"));
        if (recovery is null)
        {
            return 0;
        }

        var states = SalvageBench.StatesOf(connection);
        var marked = connection.Text("SELECT restored_at FROM installation") is not null;
        Assert.All(
            _bench.Operations.Where(o => o.Value.State == "done" && states.TryGetValue(o.Key, out var now) && now.State != "done"),
            o => Assert.True(marked && (states[o.Key].State == "held" || states[o.Key].Revision < o.Value.Revision), $"{o.Key} is {states[o.Key]}"));
        return _bench.Operations.Count(o => !states.ContainsKey(o.Key) && o.Value.State != "done");
    }

    private async Task<string> ShapeOfAsync(byte[] damaged)
    {
        using var folder = _bench.Write(damaged, withBackup: true);
        return await ShapeAsync(folder);
    }

    private static async Task<string> ShapeAsync(TempFolder folder)
    {
        await using var stores = new SqliteStores(folder.Database);
        return (await stores.TextAsync(
            """
            SELECT (SELECT group_concat(lid || kind || coalesce(remote_id, '-') || created_by_op, ',' ORDER BY lid) FROM entity)
                || (SELECT group_concat(id || state || revision || lid, ',' ORDER BY id) FROM operation)
                || (SELECT group_concat(operation_id || needs_id, ',' ORDER BY operation_id) FROM operation_dependency)
                || (SELECT count(*) FROM attempt) || '/' || (SELECT count(*) FROM audit)
            """))!;
    }
}
