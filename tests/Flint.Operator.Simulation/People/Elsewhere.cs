using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Simulation.Server;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.People;

/// <summary>Buyers, and colleagues at the dashboard: what happens to records without this device.</summary>
internal sealed class Elsewhere(SimulatedFlint server, SeededRandom random)
{
    public void Act()
    {
        if (server.Ledger.Rows.Count == 0)
        {
            return;
        }

        switch (random.Pick(server.Ledger.Rows).Record)
        {
            case CheckoutSessionSnapshot session when random.Chance(0.7):
                server.Sessions.Pay(session);
                break;
            case CheckoutSessionSnapshot session:
                server.Sessions.CloseElsewhere(session);
                break;
            case OrderSnapshot { Status: "open", PaymentStatus: "unpaid" } order when random.Chance(0.3):
                server.Orders.CloseElsewhere(order);
                break;
            case PaymentLinkSnapshot link when random.Chance(0.4):
                server.Links.EditElsewhere(link, random.Chance(0.5) ? random.Next(100, 50_000) : null);
                break;
            case PaymentLinkSnapshot link when random.Chance(0.5):
                server.Links.PayElsewhere(link);
                break;
            case PaymentLinkSnapshot link:
                server.Links.PauseElsewhere(link);
                break;
        }
    }
}
