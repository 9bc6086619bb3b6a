using Flint.Operator.Core.Sync;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Recovery;

/// <summary>A power cut tears the log, a bad disk flips its bits. What is left is always the first so many commits, each whole.</summary>
public sealed class TornLogTests : IAsyncLifetime
{
    private const int Commits = 60;

    private readonly TempFolder _folder = new();
    private byte[] _file = [];
    private byte[] _log = [];

    // One killed run: some commits folded into the file, the rest in the log.
    public async ValueTask InitializeAsync()
    {
        await using var killed = new SqliteStores(_folder.Database);
        for (var i = 0; i < Commits; i++)
        {
            var (order, session) = ($"O{i:00}", $"S{i:00}");
            Assert.Equal(
                CommitOutcome.Committed,
                await killed.CommitAsync(AddOrder(order, new string('x', i * 37)), AddSession(session, order), CreateOrder("o" + order, order), CreateSession("s" + session, session, order, "o" + order)));
            if (i == 9)
            {
                await killed.ScriptAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }

        _file = Copies.Read(_folder.Database);
        _log = Copies.Read(_folder.Database + "-wal");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Open_TheLogAsItWas_HasEveryCommit() => Assert.Equal(Commits, await SurvivorsAsync(_log));

    [Fact]
    public async Task Open_ThreeHundredTornTails_KeepsTheFirstCommitsWhole()
    {
        var random = new Random(20261124);
        var seen = new HashSet<int>();
        for (var i = 0; i < 300; i++)
        {
            var kept = random.Next(_log.Length);
            seen.Add(await SurvivorsAsync(_log[..kept]));
        }

        Assert.True(seen.Count > 20, "The cuts fell all in the same place.");
        Assert.DoesNotContain(Commits, seen);
    }

    [Fact]
    public async Task Open_ThreeHundredFlippedBits_KeepsTheFirstCommitsWhole()
    {
        var random = new Random(42);
        var seen = new HashSet<int>();
        for (var i = 0; i < 300; i++)
        {
            var log = _log.ToArray();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
            {
                log[random.Next(log.Length)] ^= (byte)(1 << random.Next(8));
            }

            seen.Add(await SurvivorsAsync(log));
        }

        Assert.True(seen.Count > 20, "The bits fell all in the same place.");
    }

    [Fact]
    public async Task Open_TailOfZeroes_KeepsTheFirstCommitsWhole()
    {
        // What some file systems leave where a size was written before the bytes.
        var log = _log.ToArray();
        log.AsSpan(log.Length / 2).Clear();

        Assert.InRange(await SurvivorsAsync(log), 11, Commits - 1);
    }

    /// <summary>How many commits are left; whatever else is there fails the test.</summary>
    private async Task<int> SurvivorsAsync(byte[] log)
    {
        using var after = new TempFolder();
        await File.WriteAllBytesAsync(after.Database, _file);
        await File.WriteAllBytesAsync(after.Database + "-wal", log);
        await using var stores = new SqliteStores(after.Database);

        Assert.Null(stores.Database.Recovery);
        Assert.Equal("ok", await stores.TextAsync("PRAGMA integrity_check"));
        var checkouts = (await stores.Ports.Checkouts.ListAsync(null, 1000, CancellationToken.None)).OrderBy(c => c.Order.Lid, StringComparer.Ordinal).ToList();
        Assert.Equal(Enumerable.Range(0, checkouts.Count).Select(i => $"O{i:00}"), checkouts.Select(c => c.Order.Lid));
        Assert.All(checkouts, checkout => Assert.NotNull(Assert.Single(checkout.Sessions).Creation));
        Assert.Equal(checkouts.Count * 2, (await stores.Ports.Operator.LoadOpenAsync(CancellationToken.None)).Count);
        Assert.True(checkouts.Count >= 10, "What had been folded into the file is gone.");
        return checkouts.Count;
    }
}
