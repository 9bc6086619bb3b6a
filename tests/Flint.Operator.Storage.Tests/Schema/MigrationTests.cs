using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Storage.Backups;
using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Sync;
using Flint.Operator.Testing.Stores;
using SQLite;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Schema;

/// <summary>From the first version through every migration there is, with a queue of every state in the file.</summary>
public sealed class MigrationTests : IDisposable
{
    private static readonly IReadOnlyList<Migration> First = [Migration.All[0]];
    private static readonly Migration Next = new(Migration.All[^1].Version + 1, "ALTER TABLE entity ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0");

    private readonly TempFolder _folder = new();

    [Fact]
    public void States_OfTheFirstVersion_AreAllThatItsSchemaAllows()
    {
        var check = Migration.All[0].Script.Split("state TEXT NOT NULL CHECK (state IN (")[1].Split("))")[0];

        Assert.Equal(check.Split(',').Select(word => word.Trim().Trim('\'')).Order(StringComparer.Ordinal), QueueOfEveryState.States.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Migrate_AQueueOfEveryState_KeepsEveryRowToTheByte()
    {
        var before = await MakeFirstVersionAsync();

        await using var database = Open(Migration.All);

        Assert.Equal(before, await DescribeAsync(database));
        Assert.Equal(Migration.All[^1].Version, await database.Writer.RunAsync(c => c.Number("PRAGMA user_version"), CancellationToken.None));
        Assert.Equal("ok", await database.Writer.RunAsync(c => c.Text("PRAGMA integrity_check"), CancellationToken.None));
        Assert.Equal(0, await database.Writer.RunAsync(c => c.Number("SELECT count(*) FROM pragma_foreign_key_check"), CancellationToken.None));
    }

    [Fact]
    public async Task Migrate_AQueueOfEveryState_EveryOperationCanBeReadAndMoved()
    {
        await MakeFirstVersionAsync();

        await using var stores = new SqliteStores(Open(Migration.All));
        var open = await stores.Ports.Operator.LoadOpenAsync(CancellationToken.None);

        Assert.Equal(5 * 8, open.Count);
        foreach (var operation in open)
        {
            Assert.Equal(CommitOutcome.Committed, await stores.CommitAsync(new StoreChange.UpdateOperation(operation with { Failures = 99 })));
            var moved = (await stores.Ports.Operator.FindOperationAsync(operation.Id, CancellationToken.None))!;
            Assert.Equal(RecordText.Of(operation with { Failures = 99, Revision = operation.Revision + 1 }), RecordText.Of(moved));
        }

        Assert.Equal(["op-create-order-waiting"], open.Single(o => o.Id == "op-create-checkout-session-waiting").Needs);
        Assert.Equal(open.Select(o => o.Position).Order(), open.Select(o => o.Position));
    }

    [Fact]
    public async Task Migrate_TheRulesOfTheSchema_HoldAfterwardsToo()
    {
        await MakeFirstVersionAsync();
        await using var stores = new SqliteStores(Open(Migration.All));

        foreach (var sql in new[]
        {
            "DELETE FROM operation",
            "UPDATE operation SET wire_body = x'00' WHERE wire_body IS NOT NULL",
            "UPDATE operation SET state = 'ready' WHERE state = 'done'",
            "UPDATE operation SET state = 'lost'",
            "INSERT INTO operation_dependency (operation_id, needs_id, place) VALUES ('op-create-order-ready', 'nobody', 0)",
            "INSERT INTO attempt (operation_id, number, generation, started_at) VALUES ('nobody', 1, 0, 0)",
        })
        {
            Assert.Equal(SQLite3.Result.Constraint, (await Assert.ThrowsAsync<SQLiteException>(() => stores.ScriptAsync(sql))).Result);
        }
    }

    [Fact]
    public async Task Migrate_ABackupOfBefore_IsThereAndWhole()
    {
        var before = await MakeFirstVersionAsync();
        await using (Open(Migration.All))
        {
        }

        var backup = Assert.Single(new BackupFolder(_folder.Database).NewestFirst());
        File.Copy(backup.Path, _folder.Path("copy.db"));
        await using var old = OperatorDatabase.Open(_folder.Path("copy.db"), TimeProvider.System, TimeSpan.FromSeconds(1), First);

        Assert.Equal(before, await DescribeAsync(old));
    }

    [Fact]
    public async Task Migrate_Twice_TakesNoSecondBackup()
    {
        await MakeFirstVersionAsync();
        for (var start = 0; start < 3; start++)
        {
            await using var database = Open(Migration.All);
        }

        Assert.Single(new BackupFolder(_folder.Database).NewestFirst());
    }

    [Fact]
    public async Task Migrate_ANewFile_TakesNoBackup()
    {
        await using var database = Open(Migration.All);

        Assert.Empty(new BackupFolder(_folder.Database).NewestFirst());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Migrate_KilledHalfWay_LeavesTheVersionBeforeIntact(int stepsBefore)
    {
        var before = await MakeFirstVersionAsync();
        Migration[] broken = [.. Migration.All.Take(1 + stepsBefore), BrokenAfter(Migration.All[1], stepsBefore)];

        Assert.Throws<SQLiteException>(() => Open(broken));

        await using var old = Open([.. Migration.All.Take(1 + stepsBefore)]);
        Assert.Null(old.Recovery);
        Assert.False(old.IsReadOnly);
        Assert.Equal(before, await DescribeAsync(old));
        Assert.Equal(0, await old.Writer.RunAsync(c => c.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), CancellationToken.None));
    }

    [Fact]
    public async Task Migrate_ThePowerGoesBeforeItsCommit_LeavesTheVersionBeforeIntact()
    {
        var before = await MakeFirstVersionAsync();
        using var after = new TempFolder();
        await using (var old = Open(First))
        {
            // The whole migration is in the log and its commit is not: what is on the disk at that moment.
            await old.Writer.RunAsync(
                connection =>
                {
                    connection.Script("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE");
                    connection.Script(Migration.All[1].Script);
                    connection.Script($"PRAGMA user_version = {Migration.All[1].Version}");
                    Copies.OfTheKilled(_folder, after, "operator.db", "operator.db-wal");
                    connection.Script("ROLLBACK");
                    return true;
                },
                CancellationToken.None);
        }

        Assert.InRange(new FileInfo(after.Database + "-wal").Length, 30_000, 10_000_000);
        await using var next = OperatorDatabase.Open(after.Database, TimeProvider.System, TimeSpan.FromSeconds(1), First);
        Assert.Equal(before, await DescribeAsync(next));
    }

    [Fact]
    public async Task Migrate_OfAFileThatTurnsOutDamaged_RestoresTheBackupAndMigratesThat()
    {
        var before = await MakeFirstVersionAsync();
        await using (var old = new SqliteStores(Open(First)))
        {
            Assert.Equal(BackupOutcome.Taken, await old.Backups.BackUpAsync(Start, CancellationToken.None));
        }

        // Closed cleanly, so only the copy that is taken before the migration notices.
        await Damage.FillPagesAsync(_folder.Database, from: 25);
        await using var database = Open([.. Migration.All, Next]);

        Assert.Equal(Start, database.Recovery!.BackupTakenAt);
        Assert.Equal(before, await DescribeAsync(database));
    }

    public void Dispose() => _folder.Dispose();

    private static Migration BrokenAfter(Migration real, int stepsBefore) =>
        new(real.Version + stepsBefore, (stepsBefore == 0 ? real.Script : "") + "; CREATE TABLE half (id); INSERT INTO nowhere VALUES (1)");

    private static Task<string> DescribeAsync(OperatorDatabase database) => database.Writer.RunAsync(QueueOfEveryState.Describe, CancellationToken.None);

    private OperatorDatabase Open(IReadOnlyList<Migration> migrations) =>
        OperatorDatabase.Open(_folder.Database, TimeProvider.System, TimeSpan.FromSeconds(1), migrations);

    private async Task<string> MakeFirstVersionAsync()
    {
        await using var database = Open(First);
        await database.Writer.RunAsync(QueueOfEveryState.FillFirstVersion, CancellationToken.None);
        Assert.Equal(QueueOfEveryState.Count, await database.Writer.RunAsync(c => c.Number("SELECT count(*) FROM operation"), CancellationToken.None));
        return await DescribeAsync(database);
    }
}
