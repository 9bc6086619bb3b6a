using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Storage.Json;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Sync;

namespace Flint.Operator.Storage.Recovery;

/// <summary>Brings records over: those that are missing, and what is newer about those that are not.</summary>
internal sealed class EntitySalvage(SqlConnection connection, SalvageStage stage)
{
    // What the API said, where it was seen later than the restored copy.
    private const string Seen =
        """
        UPDATE entity SET remote_id = s.remote_id, reference = s.reference, title = s.title, amount_minor = s.amount_minor, currency = s.currency,
            draft_json = CASE WHEN entity.remote_id IS NULL THEN s.draft_json ELSE entity.draft_json END, snapshot_json = s.snapshot_json,
            url = coalesce(s.url, entity.url), updated_at = s.updated_at, seen_at = s.seen_at
        FROM temp.salvaged_entity AS s
        WHERE s.rowid = ?1 AND entity.lid = s.lid AND entity.kind = s.kind AND s.remote_id IS NOT NULL
            AND (entity.remote_id IS NULL OR s.seen_at > coalesce(entity.seen_at, 0))
        """;

    // What was typed anew before it was sent. Its operation moved on with it, which a flipped letter does not bring about.
    private const string Typed =
        """
        UPDATE entity SET title = s.title, amount_minor = s.amount_minor, currency = s.currency, draft_json = s.draft_json
        FROM temp.salvaged_entity AS s
        WHERE s.rowid = ?1 AND entity.lid = s.lid AND entity.kind = s.kind AND entity.remote_id IS NULL AND s.remote_id IS NULL
            AND s.draft_json IS NOT entity.draft_json
            AND EXISTS (SELECT 1 FROM temp.salvaged_operation AS o LEFT JOIN operation AS t ON t.id = o.id
                WHERE o.lid = s.lid AND (t.id IS NULL OR o.revision > t.revision))
        """;

    private readonly EntityWriter _writer = new(connection, new TouchedRecords());

    public int Rows { get; private set; }

    /// <summary>Leaves out what does not read as a record.</summary>
    public void Sift()
    {
        var bad = new List<long>();
        connection.Query("SELECT rowid AS place, * FROM temp.salvaged_entity", row =>
        {
            if (!Reading.Passes(() => IsRecord(row)))
            {
                bad.Add(row.Number("place"));
            }

            return true;
        });
        bad.ForEach(place => connection.Execute("DELETE FROM temp.salvaged_entity WHERE rowid = ?1", place));
    }

    // Orders before their sessions.
    public void Add()
    {
        var columns = stage.Columns("entity", "seq", "created_by_op");
        foreach (var place in Places("lid NOT IN (SELECT lid FROM entity) ORDER BY kind = 'checkout-session', seq"))
        {
            Count(() => connection.Execute(
                $"""
                INSERT INTO entity ({columns}) SELECT {columns} FROM temp.salvaged_entity
                WHERE rowid = ?1 AND (parent_lid IS NULL OR parent_lid IN (SELECT lid FROM entity WHERE kind = 'order'))
                """,
                place));
        }
    }

    public void Update()
    {
        foreach (var place in Places("lid IN (SELECT lid FROM entity)"))
        {
            Count(() => connection.Execute(Seen, place));
            Count(() => connection.Execute(Typed, place));
        }
    }

    /// <summary>A record that cannot be read is made again from what its creation meant. False when there is none to be made.</summary>
    public bool IsThere(Operation operation)
    {
        if (connection.Text("SELECT kind FROM entity WHERE lid = ?1", operation.Lid) is { } kind)
        {
            return kind == StateWords.Of(operation.Intent.Kind);
        }

        return Reading.Passes(() =>
        {
            switch (operation.Intent)
            {
                case OperationIntent.CreatePaymentLink create:
                    _writer.Add(new StoreChange.AddPaymentLink(operation.Lid, create.Draft, operation.CreatedAt, operation.OperatorName));
                    break;
                case OperationIntent.CreateOrder create:
                    _writer.Add(new StoreChange.AddOrder(operation.Lid, create.Draft, operation.CreatedAt, operation.OperatorName));
                    break;
                case OperationIntent.CreateCheckoutSession create:
                    _writer.Add(new StoreChange.AddCheckoutSession(operation.Lid, create.OrderLid, operation.CreatedAt, operation.OperatorName));
                    break;
                default:
                    return false;
            }

            Rows++;
            return true;
        });
    }

    /// <summary>Once the operations are there.</summary>
    public void NameTheirOperations() => connection.Script(
        """
        UPDATE entity SET created_by_op = s.created_by_op FROM temp.salvaged_entity AS s
            WHERE s.lid = entity.lid AND s.created_by_op IS NOT entity.created_by_op AND s.created_by_op IN (SELECT id FROM operation WHERE lid = entity.lid);
        UPDATE entity SET created_by_op = (SELECT id FROM operation WHERE lid = entity.lid AND verb LIKE 'create-%' ORDER BY seq DESC LIMIT 1)
            WHERE created_by_op IS NULL;
        """);

    private List<long> Places(string condition) =>
        connection.Query($"SELECT rowid FROM temp.salvaged_entity WHERE {condition}", row => row.Number(0));

    private void Count(Func<int> write)
    {
        var written = 0;
        if (Reading.Passes(() => (written = write()) > 0))
        {
            Rows += written;
        }
    }

    private static bool IsRecord(SqlRow row)
    {
        var (kind, remoteId, currency) = (row.Text("kind"), row.OptionalText("remote_id"), row.OptionalText("currency"));
        var isDraft = kind switch
        {
            "payment-link" => JsonText.Require(row.OptionalText("draft_json"), StorageJson.Default.PaymentLinkDraft) is not null,
            "order" => JsonText.Require(row.OptionalText("draft_json"), StorageJson.Default.CheckoutDraft) is not null,
            _ => row.OptionalText("parent_lid") is not null,
        };
        return isDraft && SnapshotText.Read(kind, row.OptionalText("snapshot_json"))?.RemoteId == remoteId && row.Text("lid").Length > 0
            && (currency is null || Currency.Of(currency) is not null) && AccountText.Read(row.OptionalText("account")) is var _
            && row.Time("created_at") > default(DateTimeOffset) && row.OptionalTime("seen_at") is var _;
    }
}
