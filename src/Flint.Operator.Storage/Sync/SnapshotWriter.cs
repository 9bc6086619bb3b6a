using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Sync;

/// <summary>Writes what the API said about a record: the newer copy wins, and a URL once known is kept.</summary>
internal sealed class SnapshotWriter(SqlConnection connection, TouchedRecords touched)
{
    private const string Update =
        """
        UPDATE entity SET remote_id = ?2, reference = ?3, title = coalesce(?4, title), amount_minor = ?5, currency = ?6, snapshot_json = ?7, url = ?8,
            updated_at = ?9, seen_at = ?10
        WHERE lid = ?1
        """;

    public void Put(StoreChange.PutSnapshot put)
    {
        var stored = connection.Query("SELECT kind, parent_lid, remote_id, snapshot_json, updated_at, seen_at FROM entity WHERE lid = ?1", Stored.Read, put.Lid).SingleOrDefault();
        if (stored is null || stored.Kind != SnapshotText.Write(put.Record).Kind || (stored.Record is { } known && known.RemoteId != put.Record.RemoteId))
        {
            throw new InvalidOperationException($"{put.Lid} cannot become {put.Record.RemoteId}.");
        }

        touched.Add(put.Lid, stored.ParentLid);
        if (put.Record.UpdatedAt < stored.UpdatedAt)
        {
            Write(put.Lid, WithUrl(stored.Record!, put.Record), stored.UpdatedAt, stored.SeenAt);
        }
        else
        {
            Write(put.Lid, WithUrl(put.Record, stored.Record), put.Record.UpdatedAt ?? stored.UpdatedAt, put.SeenAt);
        }
    }

    private void Write(string lid, RemoteRecord record, DateTimeOffset? updatedAt, DateTimeOffset? seenAt)
    {
        var (title, amount, url) = Describe(record);
        connection.Execute(Update, lid, record.RemoteId, record.Reference, title, amount?.Minor, amount?.Currency.Code, SnapshotText.Write(record).Json, url, updatedAt, seenAt);
    }

    // Only the 201 is sure to carry the URL, and it cannot be rebuilt: whichever copy has it, it is kept.
    private static RemoteRecord WithUrl(RemoteRecord winner, RemoteRecord? loser) =>
        winner is CheckoutSessionSnapshot { Url: null } session && loser is CheckoutSessionSnapshot { Url: { } url } ? session with { Url = url } : winner;

    private static (string? Title, Money? Amount, string? Url) Describe(RemoteRecord record) => record switch
    {
        PaymentLinkSnapshot link => (link.Title, link.AmountMoney, link.Url),
        OrderSnapshot order => (order.LineItems.Count > 0 ? order.LineItems[0].Name : null, order.TotalMoney, null),
        CheckoutSessionSnapshot session => (null, null, session.Url),
        _ => throw new ArgumentOutOfRangeException(nameof(record), record.GetType(), "Not a record that is stored."),
    };

    private sealed record Stored(string Kind, string? ParentLid, RemoteRecord? Record, DateTimeOffset? UpdatedAt, DateTimeOffset? SeenAt)
    {
        public static Stored Read(SqlRow row) => new(
            row.Text("kind"),
            row.OptionalText("parent_lid"),
            SnapshotText.Read(row.Text("kind"), row.OptionalText("snapshot_json")),
            row.OptionalTime("updated_at"),
            row.OptionalTime("seen_at"));
    }
}
