using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Operations;
using Microsoft.Extensions.Logging;

namespace Flint.Operator.Core.Sync.Looks;

/// <summary>
/// Two records under one reference: the alarm of sync.md section 6. The one that is unpaid and was never shown is paused or
/// closed before anybody can see it; anything paid goes to a person; nothing is ever refunded by code.
/// </summary>
public sealed partial class SecondRecords(IOperatorStore store, LocalIds ids, OperationDesk desk, SyncContext context, ILogger<SecondRecords> logger)
{
    /// <summary>Says which record counts, and puts the others out of the way.</summary>
    public async Task<LookOutcome> SortOutAsync(Operation operation, IReadOnlyList<RemoteRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(records);
        LogSeveral(operation.Id, records.Count);
        var known = await store.FindRecordAsync(operation.Lid, cancellationToken).ConfigureAwait(false);
        var survivor = records.FirstOrDefault(r => r.RemoteId == known?.RemoteId) ?? records.OrderBy(r => IsPaid(r) ? 0 : IsLive(r) ? 1 : 2).ThenBy(r => r.CreatedAt).ThenBy(r => r.RemoteId, StringComparer.Ordinal).First();
        var others = records.Where(r => r.RemoteId != survivor.RemoteId).ToList();
        if (others.Exists(IsPaid))
        {
            return new LookOutcome(new LookFinding.Several(records.Count), []);
        }

        var changes = new List<StoreChange> { new StoreChange.PutSnapshot(operation.Lid, survivor, context.Clock.Now().Wall) };
        foreach (var other in others)
        {
            changes.AddRange(await NeutraliseAsync(operation, other, cancellationToken).ConfigureAwait(false));
        }

        return new LookOutcome(new LookFinding.Found(survivor), changes);
    }

    /// <summary>Keeps a second record where it can be seen to be one, and takes it out of use.</summary>
    public async Task<IReadOnlyList<StoreChange>> NeutraliseAsync(Operation operation, RemoteRecord second, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(second);
        var now = context.Clock.Now().Wall;
        var lids = await store.FindLidsAsync([second.RemoteId], cancellationToken).ConfigureAwait(false);
        var isKnown = lids.TryGetValue(second.RemoteId, out var lid);
        lid ??= ids.Next(second.CreatedAt ?? now);
        var orderLid = (operation.Intent as OperationIntent.CreateCheckoutSession)?.OrderLid;
        StoreChange kept = isKnown ? new StoreChange.PutSnapshot(lid, second, now) : new StoreChange.AddRemote(lid, second, orderLid, now);
        var line = new StoreChange.Audit(now, operation.Id, AuditTrail.Engine, $"second record {second.RemoteId} under its reference");

        // One that is known was put out of use when it was met first.
        return isKnown || !IsLive(second) || IsPaid(second)
            ? [kept, line]
            : [kept, new StoreChange.AddOperation(desk.Draw(orderLid ?? lid, lid, OutOfUse(second), operation.OperatorName) with { Account = operation.Account }), line];
    }

    /// <summary>Whether a record is a second one under the reference of another: it stays out of use, and no tap may undo that.</summary>
    public async Task<bool> IsSecondAsync(string lid, CancellationToken cancellationToken) =>
        await store.FindRecordAsync(lid, cancellationToken).ConfigureAwait(false) is { Reference: { } reference }
        && reference.StartsWith(Operation.ReferencePrefix, StringComparison.Ordinal)
        && await store.FindOperationAsync(reference[Operation.ReferencePrefix.Length..], cancellationToken).ConfigureAwait(false) is { Intent.IsCreate: true } maker
        && maker.Lid != lid;

    private static OperationIntent OutOfUse(RemoteRecord record) => record switch
    {
        PaymentLinkSnapshot => new OperationIntent.SetPaymentLinkActive(false),
        OrderSnapshot => new OperationIntent.CloseOrder(),
        _ => new OperationIntent.CloseCheckoutSession(),
    };

    private static bool IsPaid(RemoteRecord record) => record switch
    {
        PaymentLinkSnapshot link => link.CompletedCount > 0,
        OrderSnapshot order => order.PaymentStatus != "unpaid",
        CheckoutSessionSnapshot session => session.Status is "paid" or "partially_paid",
        _ => true,
    };

    private static bool IsLive(RemoteRecord record) => record switch
    {
        PaymentLinkSnapshot link => link.IsActive,
        OrderSnapshot order => order.Status == "open",
        CheckoutSessionSnapshot session => session.Status == "open",
        _ => true,
    };

    [LoggerMessage(Level = LogLevel.Critical, Message = "Operation {Id}: {Count} records carry its reference")]
    private partial void LogSeveral(string id, int count);
}
