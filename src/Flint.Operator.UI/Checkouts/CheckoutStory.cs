using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.UI.Controls;
using Flint.Operator.UI.Records;
using Flint.Operator.UI.Strings;
using Flint.Operator.ViewModels.Records;
using Microsoft.Extensions.Localization;

namespace Flint.Operator.UI.Checkouts;

/// <summary>Tells a checkout's way from the tap to the money, in the steps a person asks about.</summary>
internal static class CheckoutStory
{
    public static IReadOnlyList<TimelineStep> Tell(Checkout checkout, PayPage page, IStringLocalizer<Texts> texts, Ages ages)
    {
        var order = checkout.Order;
        return
        [
            new TimelineStep(texts[order.Creation is null ? "Record.MadeElsewhere" : "Checkout.Step.Saved"], StepProgress.Done, ages.Precise(order.CreatedAt)),
            Creation(texts["Checkout.Step.Order"], order.Snapshot is not null, order.Creation, ages),
            .. checkout.Sessions.Where(session => session != checkout.Session && session.Snapshot is not null).Select(earlier => new TimelineStep(texts["Checkout.Step.Earlier"], StepProgress.Done, earlier.SeenAt is { } at ? ages.Precise(at) : null)),
            Creation(texts["Checkout.Step.Session"], checkout.Session?.Snapshot is not null, order.Snapshot is null ? null : checkout.Session?.Creation, ages),
            Buyer(page, texts, ages),
            Paid(page, texts, ages),
        ];
    }

    private static TimelineStep Creation(string text, bool exists, Operation? creation, Ages ages) => (exists, creation?.State) switch
    {
        (true, _) => new TimelineStep(text, StepProgress.Done, creation?.SettledAt is { } at ? ages.Precise(at) : null),
        (false, OperationState.Refused) => new TimelineStep(text, StepProgress.Failed),
        (false, OperationState.Cancelled or OperationState.Dropped or OperationState.Converted or null) => new TimelineStep(text, StepProgress.ToDo),
        _ => new TimelineStep(text, StepProgress.Now),
    };

    private static TimelineStep Buyer(PayPage page, IStringLocalizer<Texts> texts, Ages ages)
    {
        var seen = page.SeenAt is { } at ? at : (DateTimeOffset?)null;
        return page.State switch
        {
            RecordState.Ready or RecordState.DeclinedBuyerCanRetry =>
                new TimelineStep(texts[page.State == RecordState.Ready ? "Checkout.Step.Buyer" : "Checkout.Step.Declined"], StepProgress.Now, seen is { } read ? texts["Record.Checked", ages.Of(read)].Value : null),
            RecordState.Paid or RecordState.PartlyPaid => new TimelineStep(texts["Checkout.Step.BuyerDone"], StepProgress.Done),
            RecordState.Expired or RecordState.Closed or RecordState.Replaced => new TimelineStep(texts[$"State.{page.StateWord}"], StepProgress.Failed, seen is { } read ? texts["Record.Seen", ages.Of(read)].Value : null),
            _ => new TimelineStep(texts["Checkout.Step.Buyer"], StepProgress.ToDo),
        };
    }

    private static TimelineStep Paid(PayPage page, IStringLocalizer<Texts> texts, Ages ages) => page.State switch
    {
        RecordState.Paid => new TimelineStep(texts["State.paid"], StepProgress.Done, page.SeenAt is { } at ? texts["Record.Seen", ages.Precise(at)].Value : null),
        RecordState.PartlyPaid => new TimelineStep(texts["State.partly-paid"], StepProgress.Now, page.SeenAt is { } at ? texts["Record.Seen", ages.Precise(at)].Value : null),
        _ => new TimelineStep(texts["State.paid"], StepProgress.ToDo),
    };
}
