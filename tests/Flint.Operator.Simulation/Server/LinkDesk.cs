using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Push;
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

    public ServerAnswer Update(string id, FakeWire wire, string key, WireRequest request) => ledger.Find(id)?.Record switch
    {
        PaymentLinkSnapshot link when wire.Version is { } version && version != link.Version => ServerAnswer.Problem(409, "PAYMENT_LINK_CHANGED"),
        PaymentLinkSnapshot link => ServerAnswer.Ok(ledger.Change(Apply(link, wire), key, request)),
        _ => ServerAnswer.Problem(404, "PAYMENT_LINK_NOT_FOUND"),
    };

    /// <summary>A link that somebody else made, as a cache or a portal would hand it out.</summary>
    public RemoteRecord Foreign() => Draw("pl_foreign", null, new FakeWire(null, "Somebody else's", 100, "USD", null, null, 0, null));

    public void PauseElsewhere(PaymentLinkSnapshot link) => ledger.Change(link with { IsActive = false, Version = link.Version + 1 });

    public void PayElsewhere(PaymentLinkSnapshot link) => ledger.Change(link with { CompletedCount = link.CompletedCount + 1 });

    public void EditElsewhere(PaymentLinkSnapshot link, long? minor) => ledger.Change(link with
    {
        Title = minor is null ? $"{link.Title} (dashboard)" : link.Title,
        AmountMoney = minor is { } changed ? new Money(changed, Currency.Of("USD")) : link.AmountMoney,
        Version = link.Version + 1,
    });

    private static PaymentLinkSnapshot Apply(PaymentLinkSnapshot link, FakeWire wire) => link with
    {
        IsActive = wire.Active ?? link.IsActive,
        Title = wire.Title.Length > 0 ? wire.Title : link.Title,
        AmountMoney = wire.Minor > 0 ? new Money(wire.Minor, Currency.Of(wire.Currency)) : link.AmountMoney,
        Version = link.Version + 1,
    };

    private PaymentLinkSnapshot Draw(string id, string? reference, FakeWire wire) => new()
    {
        RemoteId = id,
        Reference = reference,
        Title = wire.Title,
        AmountMoney = new Money(wire.Minor, Currency.Of(wire.Currency)),
        Terms = LinkTerms.Plain,
        IsActive = true,
        Url = $"https://checkout.withflintpay.com/pay/{id}",
        Version = 1,
        CompletedCount = 0,
        Line = new PaymentLinkLine($"{id}_line", null, wire.Title, 1),
        CreatedAt = time.TrueDate,
        UpdatedAt = time.TrueDate,
    };
}
