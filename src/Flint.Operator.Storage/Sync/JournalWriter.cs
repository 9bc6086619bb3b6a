using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Sync;

/// <summary>Writes attempts, the audit and what the device knows about itself.</summary>
internal sealed class JournalWriter(SqlConnection connection)
{
    public void Start(StoreChange.StartAttempt start) => connection.Execute(
        "INSERT INTO attempt (operation_id, number, generation, started_at, request_id) VALUES (?1, ?2, ?3, ?4, ?5)",
        start.OperationId,
        start.Number,
        start.Generation,
        start.At,
        start.RequestId);

    public void End(StoreChange.EndAttempt end)
    {
        const string Sql =
            """
            UPDATE attempt SET ended_at = ?3, outcome = ?4, status = ?5, request_id = coalesce(?6, request_id)
            WHERE operation_id = ?1 AND number = ?2
            """;
        if (connection.Execute(Sql, end.OperationId, end.Number, end.At, end.Outcome, end.Status, end.RequestId) == 0)
        {
            throw new InvalidOperationException($"Attempt {end.Number} of {end.OperationId} never started.");
        }
    }

    public void Add(StoreChange.Audit line) => connection.Execute(
        "INSERT INTO audit (at, operation_id, who, what) VALUES (?1, ?2, ?3, ?4)", line.At, line.OperationId, line.Who, line.What);

    public void Bind(AccountIdentity account)
    {
        connection.Execute("UPDATE installation SET account = ?1", AccountText.Write(account));
        connection.Execute("UPDATE entity SET account = ?1 WHERE account IS NULL", AccountText.Write(account));
        connection.Execute("UPDATE operation SET account = ?1 WHERE account IS NULL", AccountText.Write(account));
    }

    public void Set(PullCursor cursor)
    {
        const string Sql =
            $"""
            INSERT INTO cursor (resource, page_token, watermark, scan_started_at) VALUES ({CursorText.Resource}, ?2, ?3, ?4)
            ON CONFLICT (resource) DO UPDATE SET page_token = excluded.page_token, watermark = excluded.watermark, scan_started_at = excluded.scan_started_at
            """;
        connection.Execute(Sql, StateWords.Of(cursor.Kind), cursor.PageToken, cursor.Watermark, cursor.ScanStartedAt);
    }

    public void Seal(string installationId) => connection.Execute("UPDATE installation SET id = ?1, is_sealed = 1", installationId);

    public void NoteRestored() => connection.Execute("UPDATE installation SET restored_at = NULL");

    public void SetClockHighWater(DateTimeOffset at) =>
        connection.Execute("UPDATE installation SET clock_high_water = max(clock_high_water, ?1)", at);
}
