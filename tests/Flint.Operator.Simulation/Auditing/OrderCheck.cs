using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>14: tap order holds inside an aggregate. 15: one that is stuck delays no other aggregate.</summary>
internal sealed class OrderCheck : Check
{
    public override void Departed(Departure departure)
    {
        if (departure.OperationId is not { } id || departure.Rows.Operations.GetValueOrDefault(id) is not { } sent)
        {
            return;
        }

        var earlier = departure.Rows.Operations.Values.Where(other => other.Aggregate == sent.Aggregate && other.Position < sent.Position && !other.IsFinal).MinBy(other => other.Position);
        if (earlier is not null && !(TakesOutOfUse(sent.Intent) && (earlier.NeedsPerson || earlier is { Intent: OperationIntent.UpdatePaymentLink, Failures: > 0 })))
        {
            Violate(14, departure.At, $"{id} left before {earlier.Id}, which was tapped before it and is {earlier.State}");
        }
    }

    // A page must not stay payable while an edit waits for a person or keeps failing: pause and close pass it.
    private static bool TakesOutOfUse(OperationIntent intent) =>
        intent is OperationIntent.SetPaymentLinkActive { IsActive: false } or OperationIntent.CloseCheckoutSession or OperationIntent.CloseOrder;

    public override void Stalled(StallSeen stall)
    {
        var stuck = stall.Rows.Operations[stall.StuckId].Aggregate;
        if (stall.Rows.Operations.Values.FirstOrDefault(other => other.Aggregate != stuck && !other.IsFinal && !RestCheck.WaitsForPerson(stall.Rows, other)) is { } delayed)
        {
            Violate(15, stall.At, $"{delayed.Id} is {delayed.State} still, behind {stall.StuckId} of another aggregate");
        }
    }
}
