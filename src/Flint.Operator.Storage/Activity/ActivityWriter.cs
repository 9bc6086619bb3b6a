using System.Text.Json.Nodes;
using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Storage.Checkouts;
using Flint.Operator.Storage.Json;
using Flint.Operator.Storage.PaymentLinks;
using Flint.Operator.Storage.Recovery;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Sync;

namespace Flint.Operator.Storage.Activity;

/// <summary>Keeps activity true, inside the transaction of what it tells.</summary>
internal sealed class ActivityWriter(SqlConnection connection)
{
    // All rows of a commit in one statement: what has triggers is slow to prepare.
    private const string Put =
        """
        INSERT INTO activity (id, lid, kind, account, state, ends_at, operator, created_at, words)
        SELECT j.value ->> 0, e.lid, e.kind, e.account, j.value ->> 2, j.value ->> 3, e.operator, e.created_at, j.value ->> 4
            FROM json_each(?1) AS j JOIN entity AS e ON e.lid = j.value ->> 1 WHERE true
        ON CONFLICT (lid) DO UPDATE SET state = excluded.state, ends_at = excluded.ends_at, words = excluded.words
        """;

    private readonly ActivityNumbers _numbers = new(connection);

    /// <summary>
    /// Writes anew whatever of these is a link or an order. One that cannot be read must keep neither a commit from being written nor
    /// the app from starting: it stays as it was in the list, and its own screen says why.
    /// </summary>
    public void Refresh(IReadOnlyCollection<string> lids)
    {
        if (!Reading.Passes(() => TryRefresh(lids)) && lids.Count > 1)
        {
            foreach (var lid in lids)
            {
                Reading.Passes(() => TryRefresh([lid]));
            }
        }
    }

    /// <summary>What already bears the reference of an operation that comes only now is a second record from now on.</summary>
    public IEnumerable<string> NamedBy(Operation added) =>
        connection.Query("SELECT coalesce(parent_lid, lid) AS lid FROM entity WHERE reference = ?1", row => row.Text("lid"), added.Reference);

    private bool TryRefresh(IReadOnlyCollection<string> lids)
    {
        var asked = JsonText.Write([.. lids], StorageJson.Default.IReadOnlyListString)!;
        ActivityEntry[] entries =
        [
            .. SqlitePaymentLinkStore.Find(connection, asked).Select(link => new ActivityEntry.OfLink(link)),
            .. SqliteCheckoutStore.Find(connection, asked).Select(checkout => new ActivityEntry.OfCheckout(checkout)),
        ];
        if (entries.Length > 0)
        {
            var numbers = _numbers.Of([.. entries.Select(entry => entry.Lid)]);
            connection.Execute(Put, new JsonArray([.. entries.Select(entry => Row(numbers[entry.Lid], entry))]).ToJsonString());
        }

        return true;
    }

    private static JsonArray Row(long number, ActivityEntry entry)
    {
        // No state depends on the clock but by that one end.
        var state = entry.StateAt(DateTimeOffset.MinValue);
        var endsAt = entry.StateAt(DateTimeOffset.MaxValue) == state ? null : entry.EndsAt;
        return [number, entry.Lid, RecordStates.Word(state), endsAt?.UtcTicks, string.Join(' ', ActivityWords.Of(entry))];
    }
}
