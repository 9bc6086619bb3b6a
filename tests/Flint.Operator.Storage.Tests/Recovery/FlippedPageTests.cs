using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Recovery;

/// <summary>
/// Bits of the file itself flip. SQLite keeps no checksum of a page, so a flipped letter inside a text is beyond any check;
/// the structure is not. After an unclean stop every start is one of: as it was, restored from the backup, or refused in words.
/// </summary>
public sealed class FlippedPageTests : IAsyncLifetime
{
    private const int Folded = 300;
    private const int PageSize = 4096;

    private readonly TempFolder _folder = new();
    private byte[] _file = [];
    private byte[] _log = [];
    private string _whole = "";

    public async ValueTask InitializeAsync()
    {
        await using var killed = new SqliteStores(_folder.Database);
        await killed.CommitAsync([.. Enumerable.Range(0, Folded).SelectMany(i => new[] { AddLink($"L{i:000}"), CreateLink($"op{i:000}", $"L{i:000}") })]);
        Assert.Equal(BackupOutcome.Taken, await killed.Backups.BackUpAsync(Start, CancellationToken.None));
        await killed.ScriptAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await killed.CommitAsync(AddLink("last"));
        _file = Copies.Read(_folder.Database);
        _log = Copies.Read(_folder.Database + "-wal");
        _whole = await killed.Database.Readers.ReadAsync(Shape, CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Open_BitsFlippedInTheStructureOfPages_IsRestoredOrAsItWas()
    {
        var random = new Random(7);
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal) { ["restored"] = 0, ["as it was"] = 0, ["refused"] = 0 };
        for (var i = 0; i < 300; i++)
        {
            // The first bytes of a page: its kind, its cells, where they are.
            var file = _file.ToArray();
            var page = random.Next(file.Length / PageSize);
            file[(page * PageSize) + random.Next(16)] ^= (byte)(1 << random.Next(8));
            outcomes[await OpenAsync(file)]++;
        }

        Assert.InRange(outcomes["restored"], 100, 300);
    }

    [Fact]
    public async Task Open_WholePagesLost_IsRestored()
    {
        var random = new Random(8);
        for (var i = 0; i < 40; i++)
        {
            var file = _file.ToArray();
            var page = random.Next(1, file.Length / PageSize);
            file.AsSpan(page * PageSize, PageSize).Fill((byte)random.Next(256));

            Assert.Contains(await OpenAsync(file), new[] { "restored", "as it was" });
        }
    }

    [Fact]
    public async Task Open_FileCutShort_IsRestored()
    {
        var random = new Random(9);
        for (var i = 0; i < 40; i++)
        {
            Assert.Equal("restored", await OpenAsync(_file[..random.Next(_file.Length - PageSize)]));
        }
    }

    private async Task<string> OpenAsync(byte[] file)
    {
        using var after = Write(file);
        OperatorDatabase database;
        try
        {
            database = OperatorDatabase.Open(after.Database, TimeProvider.System);
        }
        catch (DatabaseProblemException refusal)
        {
            // A flipped mark of whose file it is, or of its version: told in words, and nothing was touched.
            Assert.Contains(refusal.Problem, new[] { DatabaseProblem.NotOurs, DatabaseProblem.NewerSchema });
            Assert.Equal(file, await File.ReadAllBytesAsync(after.Database));
            return "refused";
        }

        await using (database)
        {
            if (database.Recovery is { } recovery)
            {
                Assert.Equal(Start, recovery.BackupTakenAt);
                Assert.Equal(file, await File.ReadAllBytesAsync(recovery.DamagedFile!));

                // What is in the backup, and what was tapped since where it could be read.
                Assert.InRange(await database.Readers.ReadAsync(c => c.Number("SELECT count(*) FROM entity"), CancellationToken.None), Folded, Folded + 1);
                return "restored";
            }

            Assert.Equal(_whole, await database.Readers.ReadAsync(Shape, CancellationToken.None));
            return "as it was";
        }
    }

    private static string Shape(Storage.Sql.SqlConnection connection) =>
        connection.Text("SELECT (SELECT group_concat(lid || kind) FROM entity) || (SELECT group_concat(id || lid || state || revision) FROM operation)")!;

    private TempFolder Write(byte[] file)
    {
        var after = new TempFolder();
        File.WriteAllBytes(after.Database, file);
        File.WriteAllBytes(after.Database + "-wal", _log);
        Copies.OfTheKilled(_folder, after, "operator.db.backup-20261124T090000000Z");
        return after;
    }
}
