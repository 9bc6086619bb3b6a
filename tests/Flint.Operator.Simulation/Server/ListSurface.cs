using System.Globalization;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Server;

/// <summary>Reads at the server: lists lag as the ledger says, a read by id is current.</summary>
internal sealed class ListSurface(VirtualTime time, Ledger ledger, SessionDesk sessions, ServerLimits limits)
{
    // Small, so that a history has pages to turn.
    private const int PageSize = 4;

    public IReadOnlyList<RemoteRecord> Find(RecordKind kind, string reference) =>
        [.. ledger.By(reference).Select(row => row.Listed(time.Now)).OfType<RemoteRecord>().Where(record => KindOf(record) == kind).Select(AsRead)];

    public IReadOnlyList<RemoteRecord> OpenSessionsOf(string orderId) =>
        [.. ledger.Rows.Select(row => row.Listed(time.Now)).OfType<CheckoutSessionSnapshot>().Where(session => session.OrderId == orderId).Select(AsRead).OfType<CheckoutSessionSnapshot>().Where(session => session.Status == "open")];

    /// <summary>One page of what changed, last changed first. Links cannot be filtered by a change.</summary>
    public RemotePage Page(PullQuery query)
    {
        var rows = ledger.Rows.Select(row => row.Listed(time.Now))
            .OfType<RemoteRecord>()
            .Where(record => KindOf(record) == query.Kind && (query.Kind == RecordKind.PaymentLink || query.ChangedAfter is null || record.UpdatedAt > query.ChangedAfter))
            .OrderByDescending(record => record.UpdatedAt)
            .ThenBy(record => record.RemoteId, StringComparer.Ordinal)
            .ToList();
        var from = query.PageToken is null ? 0 : int.Parse(query.PageToken, CultureInfo.InvariantCulture);
        return new RemotePage([.. rows.Skip(from).Take(PageSize).Select(AsRead)], from + PageSize < rows.Count ? (from + PageSize).ToString(CultureInfo.InvariantCulture) : null);
    }

    public RemoteRecord? Read(RecordKind kind, string id) => ledger.Find(id)?.Record is { } record && KindOf(record) == kind ? AsRead(record) : null;

    public static RecordKind KindOf(RemoteRecord record) => record switch
    {
        CheckoutSessionSnapshot => RecordKind.CheckoutSession,
        OrderSnapshot => RecordKind.Order,
        _ => RecordKind.PaymentLink,
    };

    private RemoteRecord AsRead(RemoteRecord record) => record is CheckoutSessionSnapshot session ? sessions.AsRead(session, limits.WithholdsUrls) : record;
}
