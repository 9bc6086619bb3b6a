using Flint.Operator.Core.Checkouts;

namespace Flint.Operator.Core.Sync;

/// <summary>
/// What a look means for a checkout session beyond its reference: an order has at most one open session (contract 4.2), which
/// may be ours, somebody else's, or ours without the URL that nobody can rebuild.
/// </summary>
public sealed class SessionLook(IOperatorStore store, IOperationGateway gateway, LocalIds ids, Successors successors, SyncContext context)
{
    // The API's word that the order's open session is another than we thought.
    private static readonly string[] OtherSession = ["CHECKOUT_SESSION_ALREADY_EXISTS", "CHECKOUT_SESSION_CURRENT_CHANGED", "ORDER_COLLECTION_IN_PROGRESS"];

    /// <summary>One record carries the reference. A session whose URL is lost for good is replaced: it is unpaid, and nobody has seen it.</summary>
    public LookOutcome Found(Operation operation, RemoteRecord record)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var put = new StoreChange.PutSnapshot(operation.Lid, record, context.Clock.Now().Wall);
        var isLost = LookReading.LacksUrl(operation, record) && !LookReading.CanAskForUrl(operation, context.Clock.Now(), context.Options);
        return new LookOutcome(
            new LookFinding.Found(record),
            isLost && operation.Intent is OperationIntent.CreateCheckoutSession intent ? [put, .. successors.OfLostUrl(operation, intent)] : [put]);
    }

    /// <summary>No record carries the reference: looks at the order's open session.</summary>
    public async Task<LookOutcome> OfOrderAsync(Operation operation, OperationIntent.CreateCheckoutSession intent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(intent);
        if (await store.FindRecordAsync(intent.OrderLid, cancellationToken).ConfigureAwait(false) is not { } order)
        {
            return LookOutcome.Failed;
        }

        var (isRead, open) = await FindOpenAsync(operation, order.RemoteId, cancellationToken).ConfigureAwait(false);
        if (!isRead)
        {
            return LookOutcome.Failed;
        }

        if (open?.Reference == operation.Reference)
        {
            return Found(operation, open);
        }

        var replaced = intent.ReplacesLid is { } old ? await store.FindRecordAsync(old, cancellationToken).ConfigureAwait(false) : null;
        var saysOther = OtherSession.Contains(operation.Problem?.Code, StringComparer.Ordinal);
        return open is null || (open.RemoteId == replaced?.RemoteId && !saysOther)
            ? saysOther ? await OvertakenAsync(operation, [], intent, cancellationToken).ConfigureAwait(false) : LookOutcome.Absent
            : await OccupiedAsync(operation, intent, open, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(bool IsRead, CheckoutSessionSnapshot? Open)> FindOpenAsync(Operation operation, string orderId, CancellationToken cancellationToken)
    {
        var listed = await gateway.FindOpenSessionsAsync(orderId, cancellationToken).ConfigureAwait(false);
        context.Hear(listed);

        // As with a look by reference: a row of another order is the answer to another question.
        if (listed is not GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded { Value: var sessions }
            || !sessions.All(record => record is CheckoutSessionSnapshot session && (session.OrderId is null || session.OrderId == orderId)))
        {
            return (false, null);
        }

        var open = sessions.OfType<CheckoutSessionSnapshot>().ToList();
        if (open.Find(session => session.Reference == operation.Reference) is { } ours)
        {
            return (true, ours);
        }

        // The API has named the session that is in the way; a list may be too old to hold it.
        if (open.Count > 0 || operation.Problem?.ExistingCheckoutSessionId is not { } existing)
        {
            return (true, open.FirstOrDefault());
        }

        var read = await gateway.ReadAsync(RecordKind.CheckoutSession, existing, cancellationToken).ConfigureAwait(false);
        context.Hear(read);
        return read switch
        {
            GatewayResult<RemoteRecord>.Succeeded { Value: CheckoutSessionSnapshot { Status: "open" } session } when session.OrderId is null || session.OrderId == orderId => (true, session),
            GatewayResult<RemoteRecord>.Succeeded or GatewayResult<RemoteRecord>.Answered { Problem.Status: 404 } => (true, null),
            _ => (false, null),
        };
    }

    // An open session that somebody else made is used when its page is known, and replaced when it is not.
    private async Task<LookOutcome> OccupiedAsync(Operation operation, OperationIntent.CreateCheckoutSession intent, CheckoutSessionSnapshot open, CancellationToken cancellationToken)
    {
        var now = context.Clock.Now().Wall;
        var lids = await store.FindLidsAsync([open.RemoteId], cancellationToken).ConfigureAwait(false);
        var isKnown = lids.TryGetValue(open.RemoteId, out var lid);
        lid ??= ids.Next(open.CreatedAt ?? now);
        StoreChange kept = isKnown ? new StoreChange.PutSnapshot(lid, open, now) : new StoreChange.AddRemote(lid, open, intent.OrderLid, now);
        var url = open.Url ?? ((isKnown ? await store.FindRecordAsync(lid, cancellationToken).ConfigureAwait(false) : null) as CheckoutSessionSnapshot)?.Url;
        return await OvertakenAsync(operation, [kept], url is null ? intent with { ReplacesLid = lid } : null, cancellationToken).ConfigureAwait(false);
    }

    private async Task<LookOutcome> OvertakenAsync(
        Operation operation, IReadOnlyList<StoreChange> kept, OperationIntent.CreateCheckoutSession? next, CancellationToken cancellationToken)
    {
        IEnumerable<StoreChange> after = next is null
            ? await successors.OfNobodyAsync(operation, cancellationToken).ConfigureAwait(false)
            : [successors.OfSession(operation, next)];
        return new LookOutcome(new LookFinding.Overtaken(), [.. kept, .. after]);
    }
}
