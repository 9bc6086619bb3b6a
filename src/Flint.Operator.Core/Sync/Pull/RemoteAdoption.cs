using Flint.Operator.Core.Account;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Looks;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Pull;

/// <summary>
/// Turns rows of the API into changes of the store: known records get a newer copy, our own complete the operation that made
/// them, the rest are new here. Operations are never changed otherwise, and reading the same rows again changes nothing.
/// </summary>
public sealed class RemoteAdoption(IOperatorStore store, IOperationGateway gateway, LocalIds ids, SecondRecords secondRecords, SyncContext context)
{
    /// <summary>The changes that rows amount to; null when an order that a session belongs to could not be read.</summary>
    public async Task<IReadOnlyList<StoreChange>?> ReadAsync(IReadOnlyList<RemoteRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        IEnumerable<string> orders = records.OfType<CheckoutSessionSnapshot>().Select(session => session.OrderId).OfType<string>();
        var known = await store.FindLidsAsync([.. records.Select(r => r.RemoteId).Concat(orders).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
        var lids = new Dictionary<string, string>(known, StringComparer.Ordinal);
        var changes = new List<StoreChange>();
        var ours = new Dictionary<string, (Operation Maker, List<RemoteRecord> Records)>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            var isKnown = lids.ContainsKey(record.RemoteId);
            if (!isKnown && await FindMakerAsync(record, cancellationToken).ConfigureAwait(false) is { } maker)
            {
                (ours.TryGetValue(maker.Id, out var made) ? made : ours[maker.Id] = (maker, [])).Records.Add(record);
            }
            else if (!await KeepAsync(record, lids, changes, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }

        foreach (var (maker, made) in ours.Values)
        {
            changes.AddRange(await AdoptAsync(maker, made, cancellationToken).ConfigureAwait(false));
        }

        return [.. AuditTrail.Tell(changes, AuditTrail.Engine, context.Clock.Now().Wall)];
    }

    private async Task<bool> KeepAsync(RemoteRecord record, Dictionary<string, string> lids, List<StoreChange> changes, CancellationToken cancellationToken)
    {
        var now = context.Clock.Now().Wall;
        if (lids.TryGetValue(record.RemoteId, out var lid))
        {
            changes.Add(new StoreChange.PutSnapshot(lid, record, now));
            return true;
        }

        string? orderLid = null;
        if (record is CheckoutSessionSnapshot session)
        {
            // One that collects for no order (a subscription) has no place in this app.
            if (session.OrderId is not { } orderId)
            {
                return true;
            }

            if (!lids.TryGetValue(orderId, out orderLid))
            {
                orderLid = await AddOrderAsync(orderId, lids, changes, cancellationToken).ConfigureAwait(false);
                if (orderLid is null)
                {
                    return false;
                }
            }
        }

        Add(record, orderLid, lids, changes, now);
        return true;
    }

    private string Add(RemoteRecord record, string? orderLid, Dictionary<string, string> lids, List<StoreChange> changes, DateTimeOffset now)
    {
        var lid = ids.Next(record.CreatedAt ?? record.UpdatedAt ?? now);
        lids[record.RemoteId] = lid;
        changes.Add(new StoreChange.AddRemote(lid, record, orderLid, now));
        return lid;
    }

    private async Task<string?> AddOrderAsync(string orderId, Dictionary<string, string> lids, List<StoreChange> changes, CancellationToken cancellationToken)
    {
        var read = await gateway.ReadAsync(RecordKind.Order, orderId, cancellationToken).ConfigureAwait(false);
        context.Hear(read, KeyRights.ToRead(RecordKind.Order));
        return read is GatewayResult<RemoteRecord>.Succeeded { Value: OrderSnapshot order } && order.RemoteId == orderId
            ? Add(order, null, lids, changes, context.Clock.Now().Wall)
            : null;
    }

    private async Task<Operation?> FindMakerAsync(RemoteRecord record, CancellationToken cancellationToken)
    {
        if (record.Reference is not { } reference || !reference.StartsWith(Operation.ReferencePrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var operation = await store.FindOperationAsync(reference[Operation.ReferencePrefix.Length..], cancellationToken).ConfigureAwait(false);
        return operation is { Intent.IsCreate: true } && operation.Intent.Kind == RecordCheck.KindOf(record) ? operation : null;
    }

    private async Task<IReadOnlyList<StoreChange>> AdoptAsync(Operation maker, List<RemoteRecord> records, CancellationToken cancellationToken)
    {
        if (await store.FindRecordAsync(maker.Lid, cancellationToken).ConfigureAwait(false) is { } first)
        {
            List<StoreChange> changes = [];
            foreach (var second in records)
            {
                changes.AddRange(await secondRecords.SetAsideAsync(maker, first, second, cancellationToken).ConfigureAwait(false));
            }

            return changes;
        }

        var now = context.Clock.Now();
        var (finding, together) = records.Count == 1
            ? new LookOutcome(new LookFinding.Found(records[0]), [new StoreChange.PutSnapshot(maker.Lid, records[0], now.Wall)])
            : await secondRecords.SortOutAsync(maker, records, cancellationToken).ConfigureAwait(false);

        // In flight the answer itself is on its way; without its URL a session is asked for it first. The record is kept either way.
        var isLater = maker.State == OperationState.InFlight || records.Exists(record => LookReading.LacksUrl(maker, record));
        return maker.IsFinal || isLater ? together : [.. together, .. Settle(maker, finding, now)];
    }

    private IEnumerable<StoreChange> Settle(Operation maker, LookFinding finding, Moment now)
    {
        OperationEvent happened = finding is LookFinding.Found found ? new OperationEvent.RecordSeen(found.Record) : new OperationEvent.SetAside(HoldReason.SecondRecord);
        if (happened is OperationEvent.SetAside && maker.State is OperationState.Refused or OperationState.Held or OperationState.Conflict)
        {
            // A person has to look at it anyway.
            yield break;
        }

        var moved = OperationMachine.Apply(maker, happened, now, context.Options, 0);
        yield return new StoreChange.UpdateOperation(moved, AuditTrail.OfMove(maker, moved, happened));
        if (moved.State == OperationState.Done)
        {
            yield return new StoreChange.ReleaseDependants(maker.Id, now.Wall);
        }
    }
}
