using Flint.Operator.Core.Activity;
using Flint.Operator.Storage.Checkouts;
using Flint.Operator.Storage.Json;
using Flint.Operator.Storage.PaymentLinks;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Sync;

namespace Flint.Operator.Storage.Activity;

internal sealed class SqliteActivityStore(OperatorDatabase database) : IActivityStore
{
    private static readonly string Operators = $"SELECT DISTINCT a.operator AS name FROM activity AS a WHERE a.operator <> '' AND {AccountText.IsOurs("a")} ORDER BY a.operator";

    public Task<IReadOnlyList<ActivityEntry>> ListAsync(ActivityQuery query, DateTimeOffset now, string? afterLid, int count, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(connection => List(connection, query, now, afterLid, count), cancellationToken);

    public Task<int> CountAsync(ActivityQuery query, DateTimeOffset now, int most, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        connection =>
        {
            var asked = new ActivitySql(query, now);
            var sql = asked.Count(most);
            return (int)connection.Number(sql, asked.Values);
        },
        cancellationToken);

    public Task<IReadOnlyList<OperationTrail>> ListTrailsAsync(string lid, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(connection => TrailReading.List(connection, lid), cancellationToken);

    public Task<IReadOnlyList<string>> ListOperatorsAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<string>>(connection => connection.Query(Operators, row => row.Text("name")), cancellationToken);

    internal static IReadOnlyList<ActivityEntry> List(SqlConnection connection, ActivityQuery query, DateTimeOffset now, string? afterLid, int count)
    {
        var asked = new ActivitySql(query, now);
        var sql = asked.Page(afterLid, count);
        var lids = connection.Query(sql, row => row.Text("lid"), asked.Values);
        var json = JsonText.Write(lids, StorageJson.Default.IReadOnlyListString)!;
        var found = SqlitePaymentLinkStore.Find(connection, json).Select(ActivityEntry (link) => new ActivityEntry.OfLink(link))
            .Concat(SqliteCheckoutStore.Find(connection, json).Select(checkout => new ActivityEntry.OfCheckout(checkout)))
            .ToDictionary(entry => entry.Lid, StringComparer.Ordinal);
        return lids.ConvertAll(lid => found[lid]);
    }
}
