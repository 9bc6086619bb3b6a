using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Sync;

/// <summary>The cursors of pulls: one for each account and kind, so that another account starts from nothing.</summary>
internal static class CursorText
{
    /// <summary>The name of the cursor of the kind in <c>?1</c>, for the account this device serves.</summary>
    public const string Resource = "coalesce((SELECT account FROM installation), '') || ' ' || ?1";

    public static PullCursor Load(SqlConnection connection, RecordKind kind) => connection.Query(
        $"SELECT page_token, watermark, scan_started_at FROM cursor WHERE resource = {Resource}",
        row => new PullCursor(kind, row.OptionalTime("watermark"), row.OptionalText("page_token"), row.OptionalTime("scan_started_at")),
        StateWords.Of(kind)) is [var cursor] ? cursor : new PullCursor(kind);
}
