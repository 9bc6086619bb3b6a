using Flint.Operator.Core.Sync;
using Flint.Operator.Simulation.Server;
using Flint.Operator.Simulation.Time;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>18: a cursor never passes rows that are not stored.</summary>
internal sealed class CursorCheck(Ledger ledger) : Check
{
    // What a pull goes back before its watermark, because lists lag and rows move while pages are read (sync.md section 8).
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    public override void Committed(CommitSeen commit)
    {
        foreach (var cursor in commit.Changes.OfType<StoreChange.SetCursor>().Select(set => set.Cursor))
        {
            if (cursor is { Watermark: { } watermark, PageToken: null })
            {
                CheckPassed(commit, cursor.Kind, watermark - Overlap);
            }
        }
    }

    private void CheckPassed(CommitSeen commit, RecordKind kind, DateTimeOffset passed)
    {
        var stored = commit.After.Records.Values.Where(record => record.Snapshot is not null).ToDictionary(record => record.Snapshot!.RemoteId, record => record.Snapshot!.UpdatedAt, StringComparer.Ordinal);
        foreach (var row in ledger.Rows)
        {
            if (ListSurface.KindOf(row.Record) == kind
                && row.Record.UpdatedAt < passed
                && !(stored.TryGetValue(row.Record.RemoteId, out var seen) && seen >= row.Record.UpdatedAt)
                && !IsAwaited(commit.After, row.Record))
            {
                Violate(18, commit.At, $"{commit.Device} has read on to {passed - VirtualTime.Epoch} and not stored {row.Record.RemoteId} of {row.Record.UpdatedAt - VirtualTime.Epoch}");
            }
        }
    }

    // Its own operation is still asking for it, and will store it whole.
    private static bool IsAwaited(StoreState rows, RemoteRecord record) =>
        record.Reference is { } reference && rows.Operations.GetValueOrDefault(reference[4..]) is { IsFinal: false };
}
