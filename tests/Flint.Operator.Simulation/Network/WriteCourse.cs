using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Simulation.Server;

namespace Flint.Operator.Simulation.Network;

/// <summary>The way of one write, there and back; perhaps twice there.</summary>
internal sealed class WriteCourse(World world, Flight<RemoteRecord> flight, Fate fate)
{
    public void Start(WireRequest request, string key)
    {
        if (fate.NotSent is { } fault)
        {
            world.Time.After(fate.Work, () => flight.End(new GatewayResult<RemoteRecord>.NotSent(fault)));
            return;
        }

        world.Time.After(World.ClientTimeout, () => flight.End(new GatewayResult<RemoteRecord>.NoAnswer(NetworkFault.TimedOut)));
        if (fate.BreaksAfter is { } broken)
        {
            world.Time.After(broken, () => flight.End(new GatewayResult<RemoteRecord>.NoAnswer(NetworkFault.Broken)));
        }

        if (fate.ArrivesAfter is not { } arrives)
        {
            return;
        }

        if (fate.Portal is { } portal)
        {
            world.Time.After(arrives, () => flight.End(AnswerOf(portal)));
            return;
        }

        Deliver(arrives, new WriteCall(request, key, fate.Fault, fate.Work, fate.RetryAfter), Reply);
        DeliverAgain(request, key);
    }

    // The copy meets the same gate as the first did; one that was turned away is not let in behind the client's back.
    private void DeliverAgain(WireRequest request, string key)
    {
        if (fate.ArrivesAgainAfter is { } again && fate.Fault is not (ServerFault.Unauthorised or ServerFault.Forbidden or ServerFault.RateLimited))
        {
            Deliver(again, new WriteCall(request, key, ServerFault.None, fate.Work, null), _ => { });
        }
    }

    private void Deliver(TimeSpan after, WriteCall call, Action<ServerAnswer> reply) => world.Time.After(after, () =>
    {
        world.Trace?.Write($"server < {call.Request} {call.Key[..8]} {call.Fault}");
        world.Server.Receive(call, reply);
    });

    private void Reply(ServerAnswer answer)
    {
        if (fate.ReplyTakes is { } takes)
        {
            world.Time.After(takes, () => flight.End(answer.AsResult(Info(answer.Status))));
        }
    }

    private GatewayResult<RemoteRecord> AnswerOf(PortalKind portal) => portal == PortalKind.Page
        ? new GatewayResult<RemoteRecord>.Unreadable(new ResponseInfo { Status = 200 })
        : new GatewayResult<RemoteRecord>.Succeeded(world.Server.Links.Foreign(), Info(201));

    private ResponseInfo Info(int status) => new() { Status = status, ServerDate = world.Time.TrueDate };
}
