using Flint.Operator.Core.Sync;
using Flint.Operator.Simulation.Time;
using Flint.Operator.Testing.Api;

namespace Flint.Operator.Simulation.Server;

/// <summary>The hosted API: admits a write, looks its key up, works for a while, then does it and keeps the key as its kind would.</summary>
internal sealed class SimulatedFlint
{
    private readonly VirtualTime _time;
    private readonly SeededRandom _random;
    private readonly ServerLimits _limits;
    private readonly KeyTable _keys;

    public SimulatedFlint(VirtualTime time, SeededRandom random, ServerLimits limits)
    {
        (_time, _random, _limits) = (time, random, limits);
        Ledger = new Ledger(time, random, limits.Kind.MostStale);
        Links = new LinkDesk(time, Ledger);
        Orders = new OrderDesk(time, Ledger);
        Sessions = new SessionDesk(time, Ledger, Orders);
        Lists = new ListSurface(time, Ledger, Sessions, limits);
        _keys = new KeyTable(time, limits.KeyLife);
    }

    public Ledger Ledger { get; }

    public LinkDesk Links { get; }

    public OrderDesk Orders { get; }

    public SessionDesk Sessions { get; }

    public ListSurface Lists { get; }

    /// <summary>A title the server refuses, always and with the same words.</summary>
    public const string Poison = "poison";

    public void Receive(WriteCall call, Action<ServerAnswer> reply)
    {
        if (AtTheGate(call) is { } turnedAway)
        {
            reply(turnedAway);
            return;
        }

        if (_keys.IsRunning(call.Key) || call.Fault == ServerFault.InProgress)
        {
            reply(ServerAnswer.Problem(409, "IDEMPOTENCY_KEY_IN_PROGRESS") with { RetryAfter = call.RetryAfter });
            return;
        }

        if (_keys.Replay(call.Key, call.Request) is { } replay)
        {
            reply(replay);
            return;
        }

        _keys.Start(call.Key);
        _time.After(call.Work, () => reply(Work(call)));
    }

    private static ServerAnswer? AtTheGate(WriteCall call) => call.Fault switch
    {
        ServerFault.Unauthorised => ServerAnswer.Problem(401, "INVALID_API_KEY"),
        ServerFault.Forbidden => ServerAnswer.Problem(403, "INSUFFICIENT_SCOPE"),
        ServerFault.RateLimited => ServerAnswer.Problem(429, "RATE_LIMIT_EXCEEDED") with { RetryAfter = call.RetryAfter },
        ServerFault.Unavailable => ServerAnswer.Problem(503, "SERVICE_UNAVAILABLE") with { RetryAfter = call.RetryAfter },
        _ => null,
    };

    private ServerAnswer Work(WriteCall call)
    {
        if (call.Fault == ServerFault.ErrorBeforeWork)
        {
            var rolledBack = ServerAnswer.Problem(500, "INTERNAL_ERROR");
            _keys.End(call.Key, call.Request, _limits.Kind.StoresErrors && _random.Chance(0.7) ? rolledBack : null);
            return rolledBack;
        }

        var answer = Do(call);
        if (call.Fault == ServerFault.ErrorAfterWork && answer.Record is not null)
        {
            answer = ServerAnswer.Problem(500, "INTERNAL_ERROR");
            _keys.End(call.Key, call.Request, _limits.Kind.StoresErrors ? answer : null);
            return answer;
        }

        _keys.End(call.Key, call.Request, answer.Record is not null || _limits.KeepsRefusals ? answer : null);
        return answer;
    }

    private ServerAnswer Do(WriteCall call)
    {
        var wire = FakeWire.Decode(call.Request);
        if (wire.Title.StartsWith(Poison, StringComparison.Ordinal))
        {
            return ServerAnswer.Problem(400, "VALIDATION_ERROR");
        }

        return (call.Request.Method, call.Request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
        {
            ("POST", [_, "payment-links"]) => Links.Create(wire, call.Key, call.Request),
            ("POST", [_, "orders"]) => Orders.Create(wire, call.Key, call.Request),
            ("POST", [_, "checkout-sessions"]) => Sessions.Create(wire, call.Key, call.Request),
            ("POST", [_, "checkout-sessions", var id, "close"]) => Sessions.Close(id, call.Key, call.Request),
            ("POST", [_, "orders", var id, "close"]) => Orders.Close(id, call.Key, call.Request),
            ("PATCH", [_, "payment-links", var id]) => Links.Update(id, wire, call.Key, call.Request),
            _ => ServerAnswer.Problem(404, "ROUTE_NOT_FOUND"),
        };
    }
}
