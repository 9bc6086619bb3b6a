using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Simulation.Server;
using Flint.Operator.Testing.Api;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>6: a session refers to its own order and is never sent before that order is there.</summary>
internal sealed class SessionCheck(Ledger ledger) : Check
{
    public override void Departed(Departure departure)
    {
        if (departure.OperationId is not { } id || departure.Rows.Operations.GetValueOrDefault(id) is not { Intent: OperationIntent.CreateCheckoutSession session })
        {
            return;
        }

        var order = departure.Rows.Records.GetValueOrDefault(session.OrderLid);
        var named = FakeWire.Decode(departure.Wire!).OrderId;
        var creation = order?.CreatedBy is { } by ? departure.Rows.Operations.GetValueOrDefault(by) : null;

        // Whether its creation counts as done does not matter: one that a person gave up in doubt may turn out to have been.
        if (named is null || order?.Snapshot?.RemoteId != named)
        {
            Violate(6, departure.At, $"the session of {id} left for order {named ?? "none"}; its order is {order?.Snapshot?.RemoteId ?? "not there yet"}");
        }
        else if (ledger.Find(named)?.Record is not OrderSnapshot there || (creation is not null && there.Reference != creation.Reference))
        {
            Violate(6, departure.At, $"the session of {id} left for {named}, which is not the order of its own checkout");
        }
    }
}
