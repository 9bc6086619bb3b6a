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
    private const string Insert =
        """
        INSERT INTO activity (id, lid, kind, account, state, ends_at, operator, created_at, words)
        SELECT ?1, e.lid, e.kind, e.account, ?3, ?4, e.operator, e.created_at, ?5 FROM entity AS e WHERE e.lid = ?2
        """;

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
        foreach (var link in SqlitePaymentLinkStore.Find(connection, asked))
        {
            Write(new ActivityEntry.OfLink(link));
        }

        foreach (var checkout in SqliteCheckoutStore.Find(connection, asked))
        {
            Write(new ActivityEntry.OfCheckout(checkout));
        }

        return true;
    }

    private void Write(ActivityEntry entry)
    {
        // No state depends on the clock but by that one end.
        var state = RecordStates.Word(entry.StateAt(DateTimeOffset.MinValue));
        var endsAt = entry.StateAt(DateTimeOffset.MaxValue) == entry.StateAt(DateTimeOffset.MinValue) ? null : entry.EndsAt;
        var words = string.Join(' ', ActivityWords.Of(entry));
        if (connection.Execute("UPDATE activity SET state = ?2, ends_at = ?3, words = ?4 WHERE lid = ?1", entry.Lid, state, endsAt, words) == 0)
        {
            connection.Execute(Insert, FreeId(entry.Lid), entry.Lid, state, endsAt, words);
        }
    }

    private long FreeId(string lid)
    {
        var id = ActivityId.Of(lid);
        while (connection.Query("SELECT id FROM activity WHERE id = ?1", row => row.Number(0), id).Count > 0)
        {
            id++;
        }

        return id;
    }
}
