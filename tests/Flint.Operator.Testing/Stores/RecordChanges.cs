using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Testing.Stores;

internal static class RecordChanges
{
    public static StoreState Add(StoreState state, StoredRecord record)
    {
        if (state.Records.ContainsKey(record.Lid))
        {
            throw new InvalidOperationException($"{record.Lid} is taken.");
        }

        if (record.ParentLid is { } parent)
        {
            state.Record(parent, RecordKind.Order);
        }

        return state.With(record with { Order = state.Records.Count, Account = state.Installation.Account });
    }

    public static StoreState Edit(StoreState state, string lid, RecordKind kind, Func<StoredRecord, StoredRecord> edit)
    {
        var record = state.Record(lid, kind);
        return record.Snapshot is null ? state.With(edit(record)) : throw new InvalidOperationException($"{lid} exists at the API and is not edited here.");
    }

    public static StoreState Put(StoreState state, StoreChange.PutSnapshot put)
    {
        var stored = state.Record(put.Lid, KindOf(put.Record));
        var isTaken = state.Records.Values.Any(r => r.Lid != stored.Lid && r.Snapshot?.RemoteId == put.Record.RemoteId);
        if (isTaken || (stored.Snapshot is { } known && known.RemoteId != put.Record.RemoteId))
        {
            throw new InvalidOperationException($"{put.Lid} cannot become {put.Record.RemoteId}.");
        }

        var isOlder = put.Record.UpdatedAt < stored.UpdatedAt;
        var (winner, loser) = isOlder ? (stored.Snapshot!, put.Record) : (put.Record, stored.Snapshot);
        return state.With(stored with
        {
            Snapshot = WithUrl(winner, loser),
            UpdatedAt = isOlder ? stored.UpdatedAt : put.Record.UpdatedAt ?? stored.UpdatedAt,
            SeenAt = isOlder ? stored.SeenAt : put.SeenAt,
        });
    }

    // Only the 201 is sure to carry the URL, and it cannot be rebuilt: whichever copy has it, it is kept.
    private static RemoteRecord WithUrl(RemoteRecord winner, RemoteRecord? loser) =>
        winner is CheckoutSessionSnapshot { Url: null } session && loser is CheckoutSessionSnapshot { Url: { } url } ? session with { Url = url } : winner;

    private static RecordKind KindOf(RemoteRecord record) => record switch
    {
        PaymentLinkSnapshot => RecordKind.PaymentLink,
        OrderSnapshot => RecordKind.Order,
        _ => RecordKind.CheckoutSession,
    };
}
