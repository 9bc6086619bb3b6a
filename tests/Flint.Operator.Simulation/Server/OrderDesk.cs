using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Simulation.Time;
using Flint.Operator.Testing.Api;

namespace Flint.Operator.Simulation.Server;

/// <summary>Orders at the server.</summary>
internal sealed class OrderDesk(VirtualTime time, Ledger ledger)
{
    public ServerAnswer Create(FakeWire wire, string key, WireRequest request)
    {
        var total = new Money(wire.Minor, Currency.Of(wire.Currency));
        return ServerAnswer.Ok(
            ledger.Create(
                new OrderSnapshot
                {
                    RemoteId = $"ord_{ledger.Rows.Count + 1}",
                    Reference = wire.Reference,
                    Number = (1000 + ledger.Rows.Count).ToString(CultureInfo.InvariantCulture),
                    Status = "open",
                    PaymentStatus = "unpaid",
                    LineItems = [new LineItem(wire.Title, 1, total)],
                    TotalMoney = total,
                    TipMoney = Money.Zero(total.Currency),
                    PaidMoney = Money.Zero(total.Currency),
                    OutstandingMoney = total,
                    CreatedAt = time.TrueDate,
                    UpdatedAt = time.TrueDate,
                },
                key,
                request),
            201);
    }

    public ServerAnswer Close(string id, string key, WireRequest request) => ledger.Find(id)?.Record switch
    {
        OrderSnapshot { Status: "open" } order => ServerAnswer.Ok(ledger.Change(order with { Status = "closed" }, key, request)),
        OrderSnapshot => ServerAnswer.Problem(400, "ORDER_ALREADY_CLOSED"),
        _ => ServerAnswer.Problem(404, "ORDER_NOT_FOUND"),
    };

    public void Pay(OrderSnapshot order) => ledger.Change(order with
    {
        PaymentStatus = "paid", PaidMoney = order.TotalMoney, OutstandingMoney = Money.Zero(order.TotalMoney.Currency),
    });

    public void CloseElsewhere(OrderSnapshot order) => ledger.Change(order with { Status = "closed" });
}
