using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Tests.Schema;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Sql;

/// <summary>Opening, migrating and mending on a disk that is full or read-only: refused in words, with everything left for the next try.</summary>
public sealed class FullDiskOpeningTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FaultyDisk? _disk;

    public FullDiskOpeningTests() => _disk = FaultyDisk.IsPossible ? new FaultyDisk(Path.GetDirectoryName(_folder.Database)!) : null;

    [Fact]
    public async Task Migrate_AtEveryFewPages_KeepsEveryRow()
    {
        if (_disk is null)
        {
            return;
        }

        IReadOnlyList<Migration> first = [Migration.All[0]];
        await using (var old = Open(first))
        {
            await old.Writer.RunAsync(QueueOfEveryState.FillFirstVersion, CancellationToken.None);
        }

        string before;
        await using (var old = Open(first))
        {
            before = await old.Writer.RunAsync(QueueOfEveryState.Describe, CancellationToken.None);
        }

        var (refused, versions) = (0, new List<long>());
        for (var room = 0; ; room += 39_999)
        {
            _disk.LeaveRoom(room);
            try
            {
                await using var migrated = Open(Migration.All);
                break;
            }
            catch (DatabaseProblemException refusal) when (refusal.Problem == DatabaseProblem.NotWritable)
            {
                refused++;
            }

            _disk.Free();
            using var reader = Sqlite.OpenReader(_folder.Database);
            Assert.Equal(before, QueueOfEveryState.Describe(reader));
            Assert.Equal("ok", reader.Text("PRAGMA integrity_check"));
            versions.Add(reader.Number("PRAGMA user_version"));
        }

        Assert.InRange(refused, 5, 100);
        Assert.Equal(versions.Order(), versions);
        Assert.Equal(1, versions[0]);
    }

    [Fact]
    public async Task Open_ANewFile_IsRefusedAndOpensOnceThereIsRoom()
    {
        if (_disk is null)
        {
            return;
        }

        for (var room = 0; room < 60_000; room += 3_333)
        {
            _disk.LeaveRoom(room);
            Assert.Equal(DatabaseProblem.NotWritable, Assert.Throws<DatabaseProblemException>(() => Open(Migration.All)).Problem);
        }

        _disk.Free();
        await using var stores = new SqliteStores(_folder.Database);
        Assert.Null(stores.Database.Recovery);
        Assert.Equal(CommitOutcome.Committed, await stores.CommitAsync(AddLink("L1")));
    }

    [Fact]
    public async Task Open_DamagedOnAFullDisk_LeavesEverythingForTheNextTry()
    {
        if (_disk is null)
        {
            return;
        }

        await using (var stores = new SqliteStores(_folder.Database))
        {
            await stores.CommitAsync(AddLink("L1"));
            await stores.Backups.BackUpAsync(Start, CancellationToken.None);
        }

        await File.WriteAllTextAsync(_folder.Database, "damaged");
        _disk.LeaveRoom(0);
        Assert.Equal(DatabaseProblem.NotWritable, Assert.Throws<DatabaseProblemException>(() => Open(Migration.All)).Problem);
        Assert.Equal("damaged", await File.ReadAllTextAsync(_folder.Database));

        _disk.Free();
        await using var mended = new SqliteStores(_folder.Database);
        Assert.Equal(Start, mended.Database.Recovery!.BackupTakenAt);
        Assert.Equal("damaged", await File.ReadAllTextAsync(mended.Database.Recovery.DamagedFile!));
        Assert.NotNull(await mended.Ports.Links.FindAsync("L1", CancellationToken.None));
    }

    [Fact]
    public async Task Open_ReadOnlyFolder_IsRefusedUntouched()
    {
        if (_disk is null)
        {
            return;
        }

        await using (var stores = new SqliteStores(_folder.Database))
        {
            await stores.CommitAsync(AddLink("L1"));
        }

        var before = await File.ReadAllBytesAsync(_folder.Database);
        _disk.IsReadOnly = true;

        Assert.Equal(DatabaseProblem.NotWritable, Assert.Throws<DatabaseProblemException>(() => Open(Migration.All)).Problem);

        Assert.True(_disk.Refusals > 0);
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.Database));
        Assert.Equal([_folder.Database], Directory.GetFiles(_folder.Path("")));
    }

    public void Dispose()
    {
        _disk?.Dispose();
        _folder.Dispose();
    }

    private OperatorDatabase Open(IReadOnlyList<Migration> migrations) =>
        OperatorDatabase.Open(_folder.Database, TimeProvider.System, TimeSpan.FromMilliseconds(50), migrations);
}
