using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Operations;
using Microsoft.Extensions.Logging;

namespace Flint.Operator.Core.Sync.Looks;

/// <summary>
/// Two records under one reference: the alarm of sync.md section 6. The one that is unpaid and was never shown is paused or
/// closed before anybody can see it; anything paid is shown to a person; nothing is ever refunded by code.
/// </summary>
public sealed partial class SecondRecords(IOperatorStore store, LocalIds ids, OperationDesk desk, SyncContext context, ILogger<SecondRecords> logger)
{
    /// <summary>Says which record counts, and puts the others out of the way.</summary>
    public async Task<LookOutcome> SortOutAsync(Operation operation, IReadOnlyList<RemoteRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(records);
        var known = await store.FindRecordAsync(operation.Lid, cancellationToken).ConfigureAwait(false);
        var survivor = records.FirstOrDefault(r => r.RemoteId == known?.RemoteId) ?? records.OrderBy(r => IsPaid(r) ? 0 : IsLive(r) ? 1 : 2).ThenBy(r => r.CreatedAt).ThenBy(r => r.RemoteId, StringComparer.Ordinal).First();
        var others = records.Where(r => r.RemoteId != survivor.RemoteId).ToList();
        var changes = new List<StoreChange> { new StoreChange.PutSnapshot(operation.Lid, survivor, context.Clock.Now().Wall) };
        foreach (var other in others)
        {
            changes.AddRange(await SetAsideAsync(operation, survivor, other, cancellationToken).ConfigureAwait(false));
        }

        // With two that are paid the operation rests until a person has seen both; by then they are known, and the first one counts.
        return new LookOutcome(known is null && others.Exists(IsPaid) ? new LookFinding.Several(records.Count) : new LookFinding.Found(survivor), changes);
    }

    /// <summary>
    /// Keeps a second record where it can be seen to be one, and takes it out of use. Whether a paid one is taken out of use a person
    /// says: its step waits to be confirmed.
    /// </summary>
    public async Task<IReadOnlyList<StoreChange>> SetAsideAsync(Operation operation, RemoteRecord first, RemoteRecord second, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var now = context.Clock.Now().Wall;
        var lids = await store.FindLidsAsync([second.RemoteId], cancellationToken).ConfigureAwait(false);
        var isKnown = lids.TryGetValue(second.RemoteId, out var lid);
        lid ??= ids.Next(second.CreatedAt ?? now);
        var orderLid = (operation.Intent as OperationIntent.CreateCheckoutSession)?.OrderLid;
        StoreChange kept = isKnown ? new StoreChange.PutSnapshot(lid, second, now) : new StoreChange.AddRemote(lid, second, orderLid, now);
        var line = new StoreChange.Audit(now, operation.Id, AuditTrail.Engine, $"second record {second.RemoteId} under its reference");

        // One that is known was dealt with when it was met first.
        if (isKnown)
        {
            return [kept, line];
        }

        LogSecond(operation.Id, first.RemoteId, second.RemoteId, IsPaid(second) ? "paid" : "unpaid");
        var outOfUse = desk.Draw(orderLid ?? lid, lid, OutOfUse(second), operation.OperatorName) with { Account = operation.Account };
        return (IsPaid(second), IsLive(second)) switch
        {
            (true, _) => [kept, new StoreChange.AddOperation(outOfUse with { State = OperationState.Held, Hold = HoldReason.SecondRecord }), line],
            (false, true) => [kept, new StoreChange.AddOperation(outOfUse), line],
            _ => [kept, line],
        };
    }

    /// <summary>Whether a record is a second one that somebody could still pay, unpaid so far.</summary>
    public async Task<bool> IsPayableAsync(string lid, CancellationToken cancellationToken) =>
        await IsSecondAsync(lid, cancellationToken).ConfigureAwait(false)
        && await store.FindRecordAsync(lid, cancellationToken).ConfigureAwait(false) is { } record && IsLive(record) && !IsPaid(record);

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

    [LoggerMessage(Level = LogLevel.Critical, Message = "Operation {Id}: beside {First} a second record carries its reference: {Second}, {Payment}")]
    private partial void LogSecond(string id, string first, string second, string payment);
}
