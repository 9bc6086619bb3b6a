using CsCheck;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Storage.Tests.Sync;

/// <summary>The fake stands for SQLite in every test of the engine, so the two must agree on everything, refusals included.</summary>
public sealed class StoreEquivalenceTests
{
    private const string Audit = "SELECT group_concat(operation_id || ' ' || what, char(10)) FROM (SELECT operation_id, what FROM audit ORDER BY seq)";

    [Fact]
    public async Task RandomCommits_OnTheFakeAndOnSqlite_GiveTheSameReads() =>
        await RandomCommits.Many.SampleAsync(AssertSameAsync, iter: 150, threads: 1);

    private static async Task AssertSameAsync(object[][] commits)
    {
        using var folder = new TempFolder();
        await using var sqlite = new SqliteStores(folder.Database);
        var fake = StoreSet.InMemory();
        foreach (var commit in commits.Prepend(RandomCommits.First))
        {
            var changes = await ResolveAsync(commit, fake);
            var (expected, actual) = (await CommitAsync(fake, changes), await CommitAsync(sqlite.Ports, changes));
            Assert.True(expected == actual, $"The fake says '{expected}', SQLite '{actual}' to: {string.Join("\n", changes.AsEnumerable())}");
        }

        Assert.Equal(await ReadAsync(fake), await ReadAsync(sqlite.Ports));
        Assert.Equal(string.Join('\n', ((InMemoryOperatorStore)fake.Operator).Audit.Select(line => $"{line.OperationId} {line.What}")), await sqlite.TextAsync(Audit) ?? "");
    }

    private static async Task<StoreChange[]> ResolveAsync(object[] commit, StoreSet fake)
    {
        var changes = new List<StoreChange>();
        foreach (var step in commit)
        {
            changes.Add(step is RandomCommits.Move move ? move.Of(await fake.Operator.FindOperationAsync(move.Id, CancellationToken.None)) : (StoreChange)step);
        }

        return [.. changes];
    }

    private static async Task<string> CommitAsync(StoreSet stores, StoreChange[] changes)
    {
        try
        {
            var told = "";
            using var subscription = stores.Feed.Subscribe(lids => told = string.Join(',', lids.Order(StringComparer.Ordinal)));
            var outcome = await stores.Operator.CommitAsync(changes, CancellationToken.None);
            return $"{outcome} {told}";
        }
        catch (InvalidOperationException)
        {
            return "refused";
        }
    }

    private static async Task<string> ReadAsync(StoreSet stores)
    {
        var operations = new List<Operation?>();
        for (var i = 1; i <= 6; i++)
        {
            operations.Add(await stores.Operator.FindOperationAsync($"op{i}", CancellationToken.None));
        }

        var installation = await stores.Operator.LoadInstallationAsync(CancellationToken.None);
        return RecordText.Of(new object[]
        {
            operations,
            await stores.Operator.LoadOpenAsync(CancellationToken.None),
            await stores.Links.ListAsync(null, 10, CancellationToken.None),
            await stores.Checkouts.ListAsync(null, 10, CancellationToken.None),
            await stores.Outbox.ListAsync(0, 100, CancellationToken.None),
            await stores.Outbox.SummariseAsync(CancellationToken.None),
            installation with { Id = "" },
        });
    }
}
