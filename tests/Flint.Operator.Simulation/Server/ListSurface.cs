using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Server;

/// <summary>Reads at the server: lists lag as the ledger says, a read by id is current.</summary>
internal sealed class ListSurface(VirtualTime time, Ledger ledger, SessionDesk sessions, ServerLimits limits)
{
    public IReadOnlyList<RemoteRecord> Find(RecordKind kind, string reference) =>
        [.. ledger.By(reference).Select(row => row.Listed(time.Now)).OfType<RemoteRecord>().Where(record => KindOf(record) == kind).Select(AsRead)];

    public RemoteRecord? Read(RecordKind kind, string id) => ledger.Find(id)?.Record is { } record && KindOf(record) == kind ? AsRead(record) : null;

    public static RecordKind KindOf(RemoteRecord record) => record switch
    {
        CheckoutSessionSnapshot => RecordKind.CheckoutSession,
        OrderSnapshot => RecordKind.Order,
        _ => RecordKind.PaymentLink,
    };

    private RemoteRecord AsRead(RemoteRecord record) => record is CheckoutSessionSnapshot session ? sessions.AsRead(session, limits.WithholdsUrls) : record;
}
