using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Simulation.Devices;
using Flint.Operator.Simulation.Time;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.People;

/// <summary>The operator at a till: taps whatever a screen would let them tap.</summary>
internal sealed class Person(World world, Device device, SeededRandom random)
{
    private readonly Typing _typing = new(random);
    private readonly Tapping _taps = new(world, device);

    /// <summary>Something new; sometimes the finger hits twice.</summary>
    public void Create()
    {
        var isLink = random.Chance(0.5);
        for (var times = random.Chance(0.1) ? 2 : 1; times > 0; times--)
        {
            if (isLink)
            {
                var draft = _typing.Link();
                _taps.Tap("a link", draft.AmountMoney!.Minor, run => run.Get<PaymentLinkOperations>().CreateAsync(draft, CancellationToken.None));
            }
            else
            {
                var draft = _typing.Charge();
                _taps.Tap("a charge", draft.EstimatedTotal.Minor, run => run.Get<CheckoutOperations>().ChargeAsync(draft, CancellationToken.None));
            }
        }
    }

    /// <summary>Something about a record that is there.</summary>
    public void Change()
    {
        var known = device.Store.Snapshot.Records.Values.Where(record => record.ParentLid is null && record.Snapshot is not null && !IsSecond(record)).OrderBy(record => record.Order).ToList();
        if (known.Count == 0)
        {
            return;
        }

        var record = random.Pick(known);
        if (record.Kind == RecordKind.PaymentLink && random.Chance(0.4))
        {
            Edit(record.Lid);
        }
        else if (record.Kind == RecordKind.PaymentLink)
        {
            var isActive = random.Chance(0.3);
            _taps.Tap(isActive ? "resume" : "pause", null, run => run.Get<PaymentLinkOperations>().SetActiveAsync(record.Lid, isActive, CancellationToken.None));
        }
        else if (random.Chance(0.5))
        {
            _taps.Tap("close", null, run => run.Get<CheckoutOperations>().CloseAsync(record.Lid, CancellationToken.None));
        }
        else
        {
            _taps.Tap("renew", null, run => run.Get<CheckoutOperations>().RenewAsync(record.Lid, CancellationToken.None));
        }
    }

    /// <summary>Something about what waits.</summary>
    /// <param name="isSole">Whether no copy of the database is alive: what that one may have sent is not cancelled or corrected here.</param>
    public void Decide(bool isSole)
    {
        var open = device.Store.Snapshot.Open.ToList();
        if (open.Count > 0)
        {
            Decide(random.Pick(open), isSole);
        }
    }

    public void Decide(Operation operation, bool isSole)
    {
        switch (operation.State)
        {
            case OperationState.Triage when isSole && operation.Intent is OperationIntent.CreateOrder order && random.Chance(0.4):
                _taps.Tap("make it a link", order.Draft.EstimatedTotal.Minor, run => run.Get<OutboxOperations>().ConvertAsync(operation.Id, CancellationToken.None));
                break;
            case OperationState.Triage when !isSole || random.Chance(0.6):
                _taps.Tap("create now", null, run => run.Get<OutboxOperations>().ReleaseAsync(operation.Id, CancellationToken.None));
                break;
            case OperationState.Refused when !isSole:
                break;
            case OperationState.Refused when random.Chance(0.7):
                Correct(operation);
                break;
            case OperationState.Refused:
                _taps.Tap("discard", null, run => run.Get<OutboxOperations>().DiscardAsync(operation.Id, CancellationToken.None));
                break;
            case OperationState.Conflict:
                var mineWins = random.Chance(0.5);
                _taps.Tap(mineWins ? "mine" : "theirs", null, run => run.Get<PaymentLinkOperations>().SettleAsync(operation.Lid, mineWins, CancellationToken.None));
                break;
            case OperationState.Held when !isSole || random.Chance(0.8):
                _taps.Tap("check again", null, run => run.Get<OutboxOperations>().ConfirmAsync(operation.Id, CancellationToken.None));
                break;
            case OperationState.Held:
                _taps.Tap("discard", null, run => run.Get<OutboxOperations>().DiscardAsync(operation.Id, CancellationToken.None));
                break;
            case OperationState.Ready or OperationState.Waiting when isSole && random.Chance(0.3):
                EditWaiting(operation);
                break;
            default:
                var cancels = isSole && random.Chance(0.4);
                _taps.Tap(cancels ? "cancel" : "send now", null, run => cancels
                    ? run.Get<OutboxOperations>().CancelAsync(operation.Id, CancellationToken.None)
                    : run.Get<OutboxOperations>().SendNowAsync(operation.Id, CancellationToken.None));
                break;
        }
    }

    /// <summary>A record comes on a screen for a while.</summary>
    public void Look()
    {
        var all = device.Store.Snapshot.Records.Values.Where(record => record.ParentLid is null).OrderBy(record => record.Order).ToList();
        if (all.Count > 0 && device is { Run: { } run, IsAsleep: false })
        {
            var watching = run.Get<WatchList>().Watch(random.Pick(all).Lid);
            run.Prompted();
            world.Time.After(random.Between(5, 90), watching.Dispose);
        }
    }

    // A second record was put out of use; nobody puts it back.
    private static bool IsSecond(StoredRecord record) => record.CreatedBy is null && record.Snapshot?.Reference?.StartsWith("fop_", StringComparison.Ordinal) == true;

    private void EditWaiting(Operation operation)
    {
        if (operation.Intent.Kind == RecordKind.PaymentLink)
        {
            Edit(operation.Lid);
        }
        else
        {
            var draft = _typing.Charge();
            _taps.Tap("edit the charge", draft.EstimatedTotal.Minor, run => run.Get<CheckoutOperations>().EditAsync(operation.Aggregate, draft, CancellationToken.None));
        }
    }

    // On the screen as it is: a title, or a title and another amount.
    private void Edit(string lid)
    {
        var rows = device.Store.Snapshot;
        var link = rows.Records[lid].ToLink(rows);
        var typed = _typing.Link();
        var draft = random.Chance(0.5) ? typed : typed with { AmountMoney = link.Content.AmountMoney };
        _taps.Tap("edit the link", draft.AmountMoney!.Minor, run => run.Get<PaymentLinkOperations>().EditAsync(lid, draft, CancellationToken.None));
    }

    private void Correct(Operation refused)
    {
        if (refused.Intent is OperationIntent.CreatePaymentLink link)
        {
            var draft = link.Draft with { Title = $"{Typing.Canary}-corrected" };
            _taps.Tap("correct the link", draft.AmountMoney!.Minor, run => run.Get<PaymentLinkOperations>().CorrectAsync(refused.Id, draft, CancellationToken.None));
        }
        else if (refused.Intent is OperationIntent.CreateOrder order)
        {
            var draft = Typing.Corrected(order.Draft);
            _taps.Tap("correct the order", draft.EstimatedTotal.Minor, run => run.Get<CheckoutOperations>().CorrectAsync(refused.Id, draft, CancellationToken.None));
        }
    }
}
