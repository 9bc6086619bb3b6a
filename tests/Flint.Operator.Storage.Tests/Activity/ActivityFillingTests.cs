using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Tests.Schema;
using Flint.Operator.Testing.Stores;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Activity;

/// <summary>Activity of a file that was filled before there was any.</summary>
public sealed class ActivityFillingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Open_AFilledFileOfAnOlderVersion_FindsEverythingInIt(int version)
    {
        await MakeOldAsync(version, "");

        await using var stores = new SqliteStores(_folder.Database);
        var all = await stores.Ports.Activity.ListAsync(ActivityQuery.Everything, Start, null, 999, CancellationToken.None);
        var links = await stores.Ports.Links.ListAsync(null, 999, CancellationToken.None);
        var checkouts = await stores.Ports.Checkouts.ListAsync(null, 999, CancellationToken.None);

        Assert.Equal(39, all.Count);
        Assert.Equal(links.Select(l => l.Lid).Concat(checkouts.Select(c => c.Lid)).OrderDescending(StringComparer.Ordinal), all.Select(entry => entry.Lid).OrderDescending(StringComparer.Ordinal));
        foreach (var entry in all)
        {
            var found = await stores.Ports.Activity.ListAsync(
                new ActivityQuery { Text = string.Join(' ', ActivityWords.Of(entry).TakeLast(2)), States = [entry.StateAt(Start)] }, Start, null, 999, CancellationToken.None);
            Assert.Contains(entry.Lid, found.Select(e => e.Lid));
        }
    }

    [Fact]
    public async Task Open_AnOldFileWithARowThatCannotBeRead_OpensAndFindsTheOthers()
    {
        await MakeOldAsync(2, "UPDATE entity SET draft_json = '{' WHERE lid = 'create-payment-link-ready'");

        await using var stores = new SqliteStores(_folder.Database);

        Assert.Equal(
            await stores.TextAsync("SELECT count(*) - 1 || '' FROM entity WHERE kind <> 'checkout-session'"),
            (await stores.Ports.Activity.CountAsync(ActivityQuery.Everything, Start, 999, CancellationToken.None)).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Search_AfterAThousandRandomWrites_TheIndexAgreesWithTheRows()
    {
        await using var stores = new SqliteStores(_folder.Database);
        var random = new Random(7);
        foreach (var round in Enumerable.Range(0, 40))
        {
            StoreChange[] changes = [.. Enumerable.Range(0, 25).Select(i => AddLink($"{random.Next():X8}{round:D2}{i:D2}", $"Title {random.Next(50)}"))];
            Assert.Equal(CommitOutcome.Committed, await stores.CommitAsync(changes));
            Assert.Equal(CommitOutcome.Committed, await stores.CommitAsync([.. changes.Cast<StoreChange.AddPaymentLink>().Take(5).Select(add => new StoreChange.EditPaymentLink(add.Lid, Link($"Edited {random.Next(50)}")))]));
        }

        // 1 compares the index with the rows it was made of.
        await stores.ScriptAsync("INSERT INTO activity_words (activity_words, rank) VALUES ('integrity-check', 1)");
        Assert.Equal(200, await stores.Ports.Activity.CountAsync(new ActivityQuery { Text = "edited" }, Start, 9_999, CancellationToken.None));
        Assert.Equal("1", await stores.TextAsync("SELECT (SELECT group_concat(lid) FROM (SELECT lid FROM activity ORDER BY id)) = (SELECT group_concat(lid) FROM (SELECT lid FROM activity ORDER BY lid)) || ''"));
    }

    public void Dispose() => _folder.Dispose();

    // As the first version wrote them.
    private static bool MakeWhole(SqlConnection connection)
    {
        connection.Script(
            """
            DROP TRIGGER entity_draft_is_frozen;
            UPDATE entity SET draft_json = '{"title":"Dues of ' || lid || '","amountMoney":{"minor":15000,"currency":"USD"}}' WHERE kind = 'payment-link';
            UPDATE entity SET draft_json = '{"lineItems":[{"name":"Visit of ' || lid || '","quantity":2,"unitPriceMoney":{"minor":7500,"currency":"USD"}}],"note":"Gate 4"}'
                WHERE kind = 'order';
            UPDATE entity SET snapshot_json = '{"title":"Dues of ' || lid || '","isActive":true,"url":"https://checkout.withflintpay.com/l/1","version":1,"completedCount":0,"remoteId":"' || remote_id || '"}'
                WHERE kind = 'payment-link' AND remote_id IS NOT NULL;
            UPDATE entity SET snapshot_json = '{"number":"1042","status":"open","paymentStatus":"paid","lineItems":[],"totalMoney":{"minor":15000,"currency":"USD"},"tipMoney":{"minor":0,"currency":"USD"},'
                || '"paidMoney":{"minor":15000,"currency":"USD"},"outstandingMoney":{"minor":0,"currency":"USD"},"remoteId":"' || remote_id || '"}'
                WHERE kind = 'order' AND remote_id IS NOT NULL;
            UPDATE entity SET snapshot_json = '{"status":"open","recoveryMode":false,"remoteId":"' || remote_id || '"}' WHERE kind = 'checkout-session' AND remote_id IS NOT NULL;
            """);
        return true;
    }

    private async Task MakeOldAsync(int version, string change)
    {
        await using (var first = OperatorDatabase.Open(_folder.Database, TimeProvider.System, TimeSpan.FromSeconds(1), [Migration.All[0]]))
        {
            await first.Writer.RunAsync(QueueOfEveryState.FillFirstVersion, CancellationToken.None);
            await first.Writer.RunAsync(MakeWhole, CancellationToken.None);
        }

        await using var database = OperatorDatabase.Open(_folder.Database, TimeProvider.System, TimeSpan.FromSeconds(1), [.. Migration.All.Take(version)]);
        await database.Writer.RunAsync(
            connection =>
            {
                connection.Script(change);
                return true;
            },
            CancellationToken.None);
    }
}
