using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Sql;
using SQLite;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Schema;

public sealed class OpeningTests : IDisposable
{
    private static readonly int Newest = Migration.All[^1].Version;

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Open_NewerSchema_IsRefusedUntouched()
    {
        await MakeAsync();
        Script($"PRAGMA user_version = {Newest + 1}");

        await AssertRefusedUntouchedAsync(DatabaseProblem.NewerSchema);
    }

    [Fact]
    public async Task Open_NewerSchemaStillInTheLog_IsRefusedUntouched()
    {
        await MakeAsync();
        using var newer = SqlConnection.Open(_folder.Database, SQLiteOpenFlags.ReadWrite, TimeSpan.Zero);
        newer.Script($"PRAGMA user_version = {Newest + 1}");
        Assert.Equal(Newest, DatabaseHeader.Read(_folder.Database).UserVersion);

        await AssertRefusedUntouchedAsync(DatabaseProblem.NewerSchema);
    }

    [Fact]
    public async Task Open_DatabaseOfAnotherProgram_IsRefusedUntouched()
    {
        Script("PRAGMA application_id = 7; CREATE TABLE theirs (id)");

        await AssertRefusedUntouchedAsync(DatabaseProblem.NotOurs);
    }

    [Fact]
    public async Task Open_UnmarkedDatabaseWithTables_IsRefusedUntouched()
    {
        Script("CREATE TABLE theirs (id)");

        await AssertRefusedUntouchedAsync(DatabaseProblem.NotOurs);
    }

    [Fact]
    public async Task Open_NotADatabase_IsRefusedUntouched()
    {
        await File.WriteAllTextAsync(_folder.Database, new string('x', 5000));

        await AssertRefusedUntouchedAsync(DatabaseProblem.Corrupt);
    }

    [Fact]
    public async Task Open_DamagedAfterAnUncleanStop_IsRefused()
    {
        await using var killed = new SqliteStores(_folder.Database);
        await killed.CommitAsync([.. Enumerable.Range(0, 200).Select(i => AddLink($"L{i}", new string('x', 500)))]);
        await killed.ScriptAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await killed.CommitAsync(AddLink("last"));
        var bytes = await File.ReadAllBytesAsync(_folder.Database);
        var copy = _folder.Path("after.db");
        for (var page = 40; page < (bytes.Length / 4096) - 1; page++)
        {
            bytes.AsSpan(page * 4096, 4096).Fill(0xAA);
        }

        await File.WriteAllBytesAsync(copy, bytes);
        File.Copy(_folder.Database + "-wal", copy + "-wal");

        Assert.Equal(DatabaseProblem.Corrupt, Assert.Throws<DatabaseProblemException>(() => OperatorDatabase.Open(copy)).Problem);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(copy));
    }

    [Fact]
    public async Task Open_DiedBeforeTheFirstMigration_StartsAfresh()
    {
        Script("PRAGMA journal_mode = DELETE; PRAGMA journal_mode = WAL");
        Assert.True(new FileInfo(_folder.Database).Length > 0);

        await MakeAsync();

        Assert.Equal(DatabaseHeader.OurApplicationId, DatabaseHeader.Read(_folder.Database).ApplicationId);
    }

    [Fact]
    public void Open_FolderThatCannotBe_IsNotWritable()
    {
        File.WriteAllText(_folder.Path("file"), "");

        var refusal = Assert.Throws<DatabaseProblemException>(() => OperatorDatabase.Open(Path.Combine(_folder.Path("file"), "operator.db")));

        Assert.Equal(DatabaseProblem.NotWritable, refusal.Problem);
    }

    [Theory]
    [InlineData(3_051_002, true)]
    [InlineData(3_049_001, true)]
    [InlineData(3_051_003, false)]
    [InlineData(3_053_000, false)]
    [InlineData(4_000_000, false)]
    public void IsTooOld_ByTheVersionWithTheFix_Decides(int number, bool expected) => Assert.Equal(expected, DatabaseInspection.IsTooOld(number));

    [Fact]
    public async Task Migrate_OlderFile_KeepsItsRowsAndACopyOfBefore()
    {
        await MakeAsync();
        Migration[] next = [.. Migration.All, new Migration(Newest + 1, "ALTER TABLE entity ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0")];

        await using (var database = OperatorDatabase.Open(_folder.Database, TimeSpan.FromSeconds(1), next))
        {
            Assert.Equal(1, await database.Writer.RunAsync(c => c.Number("SELECT count(*) FROM entity WHERE pinned = 0"), CancellationToken.None));
            Assert.Equal(Newest + 1, await database.Writer.RunAsync(c => c.Number("PRAGMA user_version"), CancellationToken.None));
        }

        await using var backup = new SqliteStores(Migrator.BackupOf(_folder.Database, Newest));
        Assert.NotNull(await backup.Ports.Links.FindAsync("L1", CancellationToken.None));
    }

    [Fact]
    public async Task Migrate_ThatFails_LeavesTheFileAtItsVersion()
    {
        await MakeAsync();
        Migration[] broken = [.. Migration.All, new Migration(Newest + 1, "CREATE TABLE half (id); INSERT INTO nowhere VALUES (1)")];

        Assert.Throws<SQLiteException>(() => OperatorDatabase.Open(_folder.Database, TimeSpan.FromSeconds(1), broken));

        await using var stores = new SqliteStores(_folder.Database);
        Assert.Equal($"{Newest}", await stores.TextAsync("PRAGMA user_version"));
        Assert.Equal("0", await stores.TextAsync("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"));
        Assert.NotNull(await stores.Ports.Links.FindAsync("L1", CancellationToken.None));
    }

    public void Dispose() => _folder.Dispose();

    private async Task MakeAsync()
    {
        await using var stores = new SqliteStores(_folder.Database);
        await stores.CommitAsync(AddLink("L1"));
    }

    private void Script(string sql)
    {
        using var connection = SqlConnection.Open(_folder.Database, SQLiteOpenFlags.ReadWrite | SQLiteOpenFlags.Create, TimeSpan.Zero);
        foreach (var statement in sql.Split(';'))
        {
            connection.Text(statement);
        }
    }

    private async Task AssertRefusedUntouchedAsync(DatabaseProblem problem)
    {
        var before = await File.ReadAllBytesAsync(_folder.Database);

        Assert.Equal(problem, Assert.Throws<DatabaseProblemException>(() => OperatorDatabase.Open(_folder.Database)).Problem);

        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.Database));
    }
}
