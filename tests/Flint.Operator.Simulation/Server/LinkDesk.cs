using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Simulation.Time;
using Flint.Operator.Testing.Api;

namespace Flint.Operator.Simulation.Server;

/// <summary>Payment links at the server.</summary>
internal sealed class LinkDesk(VirtualTime time, Ledger ledger)
{
    public ServerAnswer Create(FakeWire wire, string key, WireRequest request)
    {
        var id = $"pl_{ledger.Rows.Count + 1}";
        return ServerAnswer.Ok(ledger.Create(Draw(id, wire.Reference, wire), key, request), 201);
    }

    public ServerAnswer Update(string id, FakeWire wire, string key, WireRequest request) => ledger.Find(id)?.Record is PaymentLinkSnapshot link
        ? ServerAnswer.Ok(ledger.Change(link with { IsActive = wire.Active ?? link.IsActive, Version = link.Version + 1 }, key, request))
        : ServerAnswer.Problem(404, "PAYMENT_LINK_NOT_FOUND");

    /// <summary>A link that somebody else made, as a cache or a portal would hand it out.</summary>
    public RemoteRecord Foreign() => Draw("pl_foreign", null, new FakeWire(null, "Somebody else's", 100, "USD", null, null, 0, null));

    public void PauseElsewhere(PaymentLinkSnapshot link) => ledger.Change(link with { IsActive = false, Version = link.Version + 1 });

    public void PayElsewhere(PaymentLinkSnapshot link) => ledger.Change(link with { CompletedCount = link.CompletedCount + 1 });

    private PaymentLinkSnapshot Draw(string id, string? reference, FakeWire wire) => new()
    {
        RemoteId = id,
        Reference = reference,
        Title = wire.Title,
        AmountMoney = new Money(wire.Minor, Currency.Of(wire.Currency)),
        IsActive = true,
        Url = $"https://checkout.withflintpay.com/pay/{id}",
        Version = 1,
        CompletedCount = 0,
        UpdatedAt = time.TrueDate,
    };
}
