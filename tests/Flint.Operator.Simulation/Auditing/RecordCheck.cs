using Flint.Operator.Core.Account;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Simulation.Server;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>1: one record per reference. 5: done means the record that carries our reference, for good. 20: only the server's own url is there to show.</summary>
internal sealed class RecordCheck(Ledger ledger, ServerKind kind) : Check
{
    private static readonly ApiConnection Hosted = new(ApiConnection.HostedAddress, null);

    public override void Happened(Effect effect)
    {
        if (effect is { IsNew: true, Record.Reference: { } reference } && ledger.By(reference).Count > 1 && !kind.MayDouble)
        {
            Violate(1, effect.At, $"{reference} has {ledger.By(reference).Count} records: {string.Join(' ', ledger.By(reference).Select(row => row.Record.RemoteId))}");
        }
    }

    public override void Committed(CommitSeen commit)
    {
        foreach (var (before, after) in commit.Moved)
        {
            if (after is { State: OperationState.Done, Intent.IsCreate: true } && before?.State != OperationState.Done)
            {
                CheckDone(commit, after);
            }
        }

        foreach (var put in commit.Changes.OfType<StoreChange.PutSnapshot>())
        {
            CheckRecord(commit, commit.Before.Records.GetValueOrDefault(put.Lid), commit.After.Records[put.Lid]);
        }
    }

    private void CheckDone(CommitSeen commit, Operation done)
    {
        var id = commit.After.Records.GetValueOrDefault(done.Lid)?.Snapshot?.RemoteId;
        if (id is null || ledger.Find(id)?.Reference != done.Reference)
        {
            Violate(5, commit.At, $"{done.Reference} is done with {id ?? "no record"}, which carries {(id is null ? null : ledger.Find(id)?.Reference) ?? "nothing"}");
        }
    }

    private void CheckRecord(CommitSeen commit, StoredRecord? before, StoredRecord after)
    {
        if (before?.Snapshot is { } known && known.RemoteId != after.Snapshot!.RemoteId)
        {
            Violate(5, commit.At, $"{after.Lid} was {known.RemoteId} and became {after.Snapshot.RemoteId}");
        }

        if (UrlOf(after.Snapshot) is { } url && (UrlOf(ledger.Find(after.Snapshot!.RemoteId)?.Record) != url || !PaymentHosts.Allows(url, Hosted)))
        {
            Violate(20, commit.At, $"{after.Lid} would show {url}, which the server never gave out for it");
        }
    }

    private static string? UrlOf(RemoteRecord? record) => record switch
    {
        CheckoutSessionSnapshot session => session.Url,
        PaymentLinkSnapshot link => link.Url,
        _ => null,
    };
}
