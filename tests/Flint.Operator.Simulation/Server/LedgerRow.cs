using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Simulation.Server;

/// <summary>One record at the server, and what a lagging list still shows of it.</summary>
internal sealed class LedgerRow(RemoteRecord record, TimeSpan createdAt, TimeSpan listedAt)
{
    private RemoteRecord? _listed;
    private TimeSpan _changeListedAt;

    public RemoteRecord Record { get; private set; } = record;

    public TimeSpan CreatedAt { get; } = createdAt;

    public string? Reference => Record.Reference;

    /// <summary>Whether a buyer could still pay it.</summary>
    public bool IsLive => Record switch
    {
        PaymentLinkSnapshot link => link.IsActive,
        OrderSnapshot order => order.Status == "open",
        CheckoutSessionSnapshot session => session.Status == "open",
        _ => true,
    };

    public bool IsPaid => Record switch
    {
        PaymentLinkSnapshot link => link.CompletedCount > 0,
        OrderSnapshot order => order.PaymentStatus != "unpaid",
        CheckoutSessionSnapshot session => session.Status == "paid",
        _ => false,
    };

    public void Change(RemoteRecord record, TimeSpan listedAt)
    {
        _listed = Record;
        _changeListedAt = listedAt;
        Record = record;
    }

    /// <summary>The row as a list shows it then, or null.</summary>
    public RemoteRecord? Listed(TimeSpan now) => now < listedAt ? null : _listed is not null && now < _changeListedAt ? _listed : Record;
}
