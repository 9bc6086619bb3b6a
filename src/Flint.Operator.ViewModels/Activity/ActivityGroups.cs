using Flint.Operator.Core.Sync;

namespace Flint.Operator.ViewModels.Activity;

public static class ActivityGroups
{
    public static IReadOnlyList<RecordState> States(ActivityGroup group) => group switch
    {
        ActivityGroup.NeedsYou => [RecordState.RefusedNeedsYou, RecordState.ConflictNeedsYou, RecordState.NeedsYou],
        ActivityGroup.Waiting => [RecordState.Draft, RecordState.WaitingToSend, RecordState.Sending, RecordState.Checking, RecordState.OrderSavedCheckoutNotYet],
        ActivityGroup.Ready => [RecordState.Ready, RecordState.DeclinedBuyerCanRetry],
        ActivityGroup.Paid => [RecordState.Paid, RecordState.PartlyPaid],
        ActivityGroup.Over => [RecordState.Expired, RecordState.Closed, RecordState.Replaced, RecordState.Paused, RecordState.Cancelled],
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "Not a group of states."),
    };
}
