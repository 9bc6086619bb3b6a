using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Simulation.Time;
using Flint.Operator.Testing.Api;

namespace Flint.Operator.Simulation.Server;

/// <summary>Checkout sessions at the server: one open per order, replaced only while it is open.</summary>
internal sealed class SessionDesk(VirtualTime time, Ledger ledger, OrderDesk orders)
{
    public ServerAnswer Create(FakeWire wire, string key, WireRequest request)
    {
        if (wire.OrderId is not { } orderId || ledger.Find(orderId)?.Record is not OrderSnapshot order)
        {
            return ServerAnswer.Problem(404, "ORDER_NOT_FOUND");
        }

        if (order.Status != "open" || order.PaymentStatus == "paid")
        {
            return ServerAnswer.Problem(409, "ORDER_NOT_OPEN");
        }

        var open = OpenOf(orderId);
        if (Refusal(wire, open) is { } refusal)
        {
            return refusal;
        }

        if (open is not null)
        {
            ledger.Change(open with { Status = "invalidated", TerminalReason = "superseded" }, key, request);
        }

        return ServerAnswer.Ok(ledger.Create(Draw(wire, orderId), key, request), 201);
    }

    public ServerAnswer Close(string id, string key, WireRequest request) => ledger.Find(id)?.Record switch
    {
        CheckoutSessionSnapshot { Status: "open" } session when !IsExpired(session) =>
            ServerAnswer.Ok(ledger.Change(session with { Status = "closed", TerminalReason = "api" }, key, request)),
        CheckoutSessionSnapshot => ServerAnswer.Problem(409, "INVALID_STATUS_TRANSITION"),
        _ => ServerAnswer.Problem(404, "CHECKOUT_SESSION_NOT_FOUND"),
    };

    /// <summary>A buyer pays it.</summary>
    public void Pay(CheckoutSessionSnapshot session)
    {
        if (session is { Status: "open", OrderId: { } orderId } && !IsExpired(session) && ledger.Find(orderId)?.Record is OrderSnapshot { Status: "open" } order)
        {
            ledger.Change(session with { Status = "paid", TerminalReason = "payment_succeeded" });
            orders.Pay(order);
        }
    }

    public void CloseElsewhere(CheckoutSessionSnapshot session)
    {
        if (session.Status == "open")
        {
            ledger.Change(session with { Status = "closed", TerminalReason = "dashboard" });
        }
    }

    /// <summary>The session as a read shows it: one whose time is over says so.</summary>
    public CheckoutSessionSnapshot AsRead(CheckoutSessionSnapshot session, bool withholdsUrl)
    {
        var told = session.Status == "open" && IsExpired(session) ? session with { Status = "expired", TerminalReason = "expired" } : session;
        return withholdsUrl ? told with { Url = null } : told;
    }

    private static ServerAnswer? Refusal(FakeWire wire, CheckoutSessionSnapshot? open) => (open, wire.Replaces) switch
    {
        (null, null) => null,
        (null, _) => ServerAnswer.Problem(409, "ORDER_COLLECTION_IN_PROGRESS"),
        (_, null) => ServerAnswer.Problem(409, "CHECKOUT_SESSION_ALREADY_EXISTS") with { ExistingSessionId = open.RemoteId },
        _ when open.RemoteId != wire.Replaces => ServerAnswer.Problem(409, "CHECKOUT_SESSION_CURRENT_CHANGED"),
        _ => null,
    };

    private CheckoutSessionSnapshot? OpenOf(string orderId) => ledger.Rows.Select(row => row.Record)
        .OfType<CheckoutSessionSnapshot>()
        .FirstOrDefault(session => session.OrderId == orderId && session.Status == "open" && !IsExpired(session));

    private bool IsExpired(CheckoutSessionSnapshot session) => session.ExpiresAt <= time.TrueDate;

    private CheckoutSessionSnapshot Draw(FakeWire wire, string orderId)
    {
        var id = $"cs_{ledger.Rows.Count + 1}";
        return new CheckoutSessionSnapshot
        {
            RemoteId = id,
            Reference = wire.Reference,
            OrderId = orderId,
            Status = "open",
            Url = $"https://checkout.withflintpay.com/checkout/{id}#checkout_token=secret-of-{id}",
            ExpiresAt = time.TrueDate.AddSeconds(wire.LifeSeconds),
            CreatedAt = time.TrueDate,
            UpdatedAt = time.TrueDate,
        };
    }
}
