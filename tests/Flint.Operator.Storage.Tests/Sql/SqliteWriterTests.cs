using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Sql;
using SQLite;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Sql;

public sealed class SqliteWriterTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteStores _stores;

    public SqliteWriterTests() => _stores = new SqliteStores(_folder.Database);

    [Fact]
    public async Task Commit_ThatFailsAtCommit_DoesNotSwallowLaterOnes()
    {
        await _stores.ScriptAsync("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED)");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _stores.Database.CommitAsync(
            connection =>
            {
                connection.Execute("INSERT INTO b (a) VALUES (7)");
                return CommitOutcome.Committed;
            },
            CancellationToken.None));

        await _stores.CommitAsync(AddLink("L1"));

        await AssertOnlyL1SurvivesAsync();
        Assert.Equal(0, _stores.Database.Writer.Replacements);
        Assert.Equal("0", await _stores.TextAsync("SELECT count(*) FROM b"));
    }

    [Fact]
    public async Task Work_ThatLeavesATransactionOpen_CostsTheConnectionAndNothingElse()
    {
        await _stores.ScriptAsync("BEGIN; INSERT INTO setting (name, value) VALUES ('stray', '1')");
        await _stores.CommitAsync(AddLink("L1"));

        await AssertOnlyL1SurvivesAsync();
        Assert.Equal(1, _stores.Database.Writer.Replacements);
        Assert.Equal("0", await _stores.TextAsync("SELECT count(*) FROM setting"));
        Assert.Equal("2", await _stores.TextAsync("PRAGMA synchronous"));
    }

    [Fact]
    public async Task Work_ThatThrows_LeavesTheWriterWorking()
    {
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => _stores.Database.CommitAsync(_ => throw new TimeZoneNotFoundException(), CancellationToken.None));

        Assert.Equal(CommitOutcome.Committed, await _stores.CommitAsync(AddLink("L1")));
        Assert.Equal(0, _stores.Database.Writer.Replacements);
    }

    // The thread may be through with its queue while it is still being closed.
    [Fact]
    public async Task Dispose_ManyTimesInARow_NeverTripsOverItsOwnEnd()
    {
        for (var i = 0; i < 200; i++)
        {
            await using var writer = new SqliteWriter(() => SqlConnection.Open(":memory:", SQLiteOpenFlags.ReadWrite | SQLiteOpenFlags.Create, TimeSpan.Zero));
            Assert.Equal(1, await writer.RunAsync(connection => connection.Number("SELECT 1"), CancellationToken.None));
        }
    }

    [Fact]
    public async Task Work_CancelledInTheQueue_IsNotDone()
    {
        using var gate = new ManualResetEventSlim();
        using var cancellation = new CancellationTokenSource();
        var blocking = _stores.Database.Writer.RunAsync(
            _ =>
            {
                gate.Wait();
                return true;
            },
            CancellationToken.None);
        var queued = _stores.Ports.Operator.CommitAsync([AddLink("L1")], cancellation.Token);
        await cancellation.CancelAsync();
        gate.Set();

        Assert.True(await blocking);
        await Task.WhenAny(queued);
        Assert.True(queued.IsCanceled);
        Assert.Null(await _stores.Ports.Links.FindAsync("L1", CancellationToken.None));
    }

    [Fact]
    public async Task Tap_GoesBeforeWhatSyncHasQueued()
    {
        using var gate = new ManualResetEventSlim();
        var inside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        List<string> order = [];
        var blocking = Queue("running", inBackground: true, gate);
        await inside.Task;
        var queued = new[] { Queue("sync 1", inBackground: true), Queue("sync 2", inBackground: true), Queue("tap 1", inBackground: false), Queue("tap 2", inBackground: false) };

        gate.Set();
        await Task.WhenAll([blocking, .. queued]);

        Assert.Equal(["running", "tap 1", "tap 2", "sync 1", "sync 2"], order);

        Task<bool> Queue(string name, bool inBackground, ManualResetEventSlim? held = null)
        {
            bool Run(SqlConnection connection)
            {
                order.Add(name);
                inside.TrySetResult();
                held?.Wait();
                return true;
            }

            return inBackground ? _stores.Database.Writer.RunInBackgroundAsync(Run, CancellationToken.None) : _stores.Database.Writer.RunAsync(Run, CancellationToken.None);
        }
    }

    [Fact]
    public async Task CommitOfATap_GoesBeforeCommitsOfSync()
    {
        using var gate = new ManualResetEventSlim();
        var inside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var blocking = _stores.Database.Writer.RunAsync(
            _ =>
            {
                inside.SetResult();
                gate.Wait();
                return true;
            },
            CancellationToken.None);
        await inside.Task;
        var sync = _stores.Ports.Operator.CommitAsync([AddLink("L1")], CancellationToken.None);
        var tap = _stores.Ports.Operator.CommitTapAsync([AddLink("L2")]);
        gate.Set();
        await Task.WhenAll(blocking, sync, tap);

        Assert.Equal(["L2", "L1"], await _stores.Database.Readers.ReadAsync(c => c.Query("SELECT lid FROM entity ORDER BY rowid", row => row.Text("lid")), CancellationToken.None));
    }

    [Fact]
    public async Task Read_WhileATransactionIsOpen_NeitherWaitsNorSeesIt()
    {
        using var gate = new ManualResetEventSlim();
        var inside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = _stores.Database.CommitAsync(
            connection =>
            {
                connection.Execute("INSERT INTO setting (name, value) VALUES ('half', 'written')");
                inside.SetResult();
                gate.Wait();
                return CommitOutcome.Committed;
            },
            CancellationToken.None);
        await inside.Task;

        Assert.Equal(0, await _stores.Database.Readers.ReadAsync(c => c.Number("SELECT count(*) FROM setting"), CancellationToken.None));
        gate.Set();
        await writing;
        Assert.Equal(1, await _stores.Database.Readers.ReadAsync(c => c.Number("SELECT count(*) FROM setting"), CancellationToken.None));
    }

    [Fact]
    public async Task EightWritersAndFourReaders_LoseNothingAndSeeNothingHalf()
    {
        using var finished = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReadUntilAsync(finished.Token))).ToList();
        var writers = Enumerable.Range(0, 8).Select(w => Task.Run(() => WriteAsync(w))).ToList();
        await Task.WhenAll(writers);
        await finished.CancelAsync();
        await Task.WhenAll(readers);

        var open = await _stores.Ports.Operator.LoadOpenAsync(CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, 400).Select(p => (long)p), open.Select(o => o.Position));
        Assert.Equal(200, (await _stores.Ports.Checkouts.ListAsync(null, 1000, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Reader_ThatTriesToWrite_IsRefused()
    {
        await Assert.ThrowsAsync<SQLiteException>(() => _stores.Database.Readers.ReadAsync(c => c.Execute("DELETE FROM setting"), CancellationToken.None));
        Assert.Equal(0, await _stores.Database.Readers.ReadAsync(c => c.Number("SELECT count(*) FROM setting"), CancellationToken.None));
    }

    [Theory]
    [InlineData("SELECT abs(-9223372036854775808)")]
    [InlineData("SELECT 1 UNION ALL SELECT abs(-9223372036854775808)")]
    public async Task Query_ThatFailsMidway_ThrowsInsteadOfEndingEarly(string sql) =>
        await Assert.ThrowsAsync<SQLiteException>(() => _stores.Database.Readers.ReadAsync(c => c.Query(sql, row => row.Number(0)), CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await _stores.DisposeAsync();
        _folder.Dispose();
    }

    private async Task WriteAsync(int writer)
    {
        for (var i = 0; i < 25; i++)
        {
            var (order, session) = ($"O{writer}-{i:00}", $"S{writer}-{i:00}");
            Assert.Equal(
                CommitOutcome.Committed,
                await _stores.CommitAsync(AddOrder(order), AddSession(session, order), CreateOrder("op" + order, order), CreateSession("op" + session, session, order, "op" + order)));
        }
    }

    private async Task ReadUntilAsync(CancellationToken finished)
    {
        do
        {
            var checkouts = await _stores.Ports.Checkouts.ListAsync(null, 1000, CancellationToken.None);
            Assert.All(checkouts, c => Assert.NotNull(Assert.Single(c.Sessions).Creation));
            Assert.Equal(0, (await _stores.Ports.Outbox.SummariseAsync(CancellationToken.None)).Waiting % 2);
        }
        while (!finished.IsCancellationRequested);
    }

    // Another process would see this: what is on disk, not what the connection believes.
    private async Task AssertOnlyL1SurvivesAsync()
    {
        await using var other = new SqliteStores(_folder.Database);
        Assert.Equal(["L1"], (await other.Ports.Links.ListAsync(null, 10, CancellationToken.None)).Select(l => l.Lid));
    }
}
