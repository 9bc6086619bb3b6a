using Flint.Operator.Core.Account;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Looks;

/// <summary>
/// What a look means for a checkout session beyond its reference: an order has at most one open session (contract 4.2), which
/// may be ours, somebody else's, or ours without the URL that nobody can rebuild.
/// </summary>
public sealed class SessionLook(IOperatorStore store, IOperationGateway gateway, LocalIds ids, Successors successors, SyncContext context)
{
    private const string BeingPaid = "ORDER_COLLECTION_IN_PROGRESS";

    // The API's word that the order's open session is another than we thought.
    private static readonly string[] OtherSession = ["CHECKOUT_SESSION_ALREADY_EXISTS", "CHECKOUT_SESSION_CURRENT_CHANGED", BeingPaid];

    /// <summary>One record carries the reference. A session whose URL is lost for good is replaced: it is unpaid, and nobody has seen it.</summary>
    public async Task<LookOutcome> FoundAsync(Operation operation, RemoteRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (await successors.OfRecordElsewhereAsync(operation, record, cancellationToken).ConfigureAwait(false) is { } elsewhere)
        {
            return new LookOutcome(new LookFinding.Overtaken(), elsewhere);
        }

        var put = new StoreChange.PutSnapshot(operation.Lid, record, context.Clock.Now().Wall);
        var isLost = LookReading.LacksUrl(operation, record) && !LookReading.CanAskForUrl(operation, context.Clock.Now(), context.Options);
        return new LookOutcome(
            new LookFinding.Found(record),
            isLost && operation.Intent is OperationIntent.CreateCheckoutSession intent ? [put, .. await successors.OfLostUrlAsync(operation, intent, cancellationToken).ConfigureAwait(false)] : [put]);
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

        var listed = await gateway.FindOpenSessionsAsync(order.RemoteId, cancellationToken).ConfigureAwait(false);
        context.Hear(listed, KeyRights.ToRead(RecordKind.CheckoutSession));

        // As with a look by reference: a row of another order is the answer to another question.
        if (listed is not GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded { Value: var rows } || !rows.All(row => IsOf(order.RemoteId, row)))
        {
            return LookOutcome.Failed;
        }

        var sessions = rows.OfType<CheckoutSessionSnapshot>().ToList();
        return sessions.Find(session => session.Reference == operation.Reference) is { } ours
            ? await FoundAsync(operation, ours, cancellationToken).ConfigureAwait(false)
            : await AmongOthersAsync(operation, intent, order.RemoteId, sessions, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsOf(string orderId, RemoteRecord record) => record is CheckoutSessionSnapshot session && (session.OrderId is null || session.OrderId == orderId);

    private async Task<LookOutcome> AmongOthersAsync(
        Operation operation, OperationIntent.CreateCheckoutSession intent, string orderId, List<CheckoutSessionSnapshot> listed, CancellationToken cancellationToken)
    {
        // The one that this replaces is in nobody's way, unless the API has said that something is.
        var saysOther = OtherSession.Contains(operation.Problem?.Code, StringComparer.Ordinal);
        var replaced = intent.ReplacesLid is { } old ? (await store.FindRecordAsync(old, cancellationToken).ConfigureAwait(false))?.RemoteId : null;
        IEnumerable<string> named = operation.Problem?.ExistingCheckoutSessionId is { } existing ? [existing] : [];
        var inTheWay = named.Concat(listed.Select(session => session.RemoteId).Where(id => saysOther || id != replaced)).Distinct(StringComparer.Ordinal);
        var (isRead, open) = await FindOpenAsync(orderId, [.. inTheWay], cancellationToken).ConfigureAwait(false);
        if (!isRead)
        {
            return LookOutcome.Failed;
        }

        if (open?.Reference == operation.Reference)
        {
            return await FoundAsync(operation, open, cancellationToken).ConfigureAwait(false);
        }

        // A buyer is paying the one that this would replace. That ends one way or the other, and then the same request is right.
        if (open is not null && open.RemoteId == replaced && operation.Problem?.Code == BeingPaid)
        {
            return LookOutcome.Absent;
        }

        // To be overtaken is to be absent, and absence is proven first: ours may be the one that the list does not show yet.
        return (open is null && !saysOther) || !LookReading.IsProof(operation, context.Clock.Now(), context.Options)
            ? LookOutcome.Absent
            : open is null
                ? new LookOutcome(new LookFinding.Overtaken(), [successors.OfSession(operation, intent)])
                : await OccupiedAsync(operation, intent, open, cancellationToken).ConfigureAwait(false);
    }

    // A list shows for a while what has ended meanwhile, so each is read by itself.
    private async Task<(bool IsRead, CheckoutSessionSnapshot? Open)> FindOpenAsync(string orderId, List<string> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            var read = await gateway.ReadAsync(RecordKind.CheckoutSession, id, cancellationToken).ConfigureAwait(false);
            context.Hear(read, KeyRights.ToRead(RecordKind.CheckoutSession));
            switch (read)
            {
                case GatewayResult<RemoteRecord>.Succeeded { Value: CheckoutSessionSnapshot session } when session.RemoteId == id && IsOf(orderId, session):
                    if (session.Status == "open")
                    {
                        return (true, session);
                    }

                    break;
                case GatewayResult<RemoteRecord>.Answered { Problem.Status: 404 }:
                    break;
                default:
                    return (false, null);
            }
        }

        return (true, null);
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
        IEnumerable<StoreChange> after = url is null
            ? [successors.OfSession(operation, intent with { ReplacesLid = lid })]
            : await successors.OfNobodyAsync(operation, lid, cancellationToken).ConfigureAwait(false);
        return new LookOutcome(new LookFinding.Overtaken(), [kept, .. after]);
    }
}
