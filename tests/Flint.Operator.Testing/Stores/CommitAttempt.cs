using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Testing.Stores;

/// <summary>One commit on its way: the state it would lead to and the local ids it touches.</summary>
internal sealed class CommitAttempt(StoreState before)
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    public StoreState State { get; private set; } = before;

    private StoreState Before { get; } = before;

    public IReadOnlySet<string> Touched => _touched;

    /// <summary>Applies all changes; false when an operation had changed meanwhile.</summary>
    public bool Apply(IReadOnlyList<StoreChange> changes)
    {
        try
        {
            // Records before operations, whatever the order of the list: a done create needs its record's id.
            return changes.OrderBy(Rank).All(Apply) && !changes.OfType<StoreChange.UpdateOperation>().Any(update => OperationChanges.LeavesWaiting(State, update.Operation));
        }
        catch (InvalidOperationException) when (changes.OfType<StoreChange.UpdateOperation>().DistinctBy(u => u.Operation.Id, StringComparer.Ordinal).Any(IsStale))
        {
            return false;
        }
    }

    private bool IsStale(StoreChange.UpdateOperation update) =>
        Before.Operations.TryGetValue(update.Operation.Id, out var stored) && stored.Revision != update.Operation.Revision;

    private static int Rank(StoreChange change) => change switch
    {
        StoreChange.BindAccount => 0,
        StoreChange.AddCheckoutSession or StoreChange.AddRemote { Record: CheckoutSessionSnapshot } => 2,
        StoreChange.AddPaymentLink or StoreChange.AddOrder or StoreChange.AddRemote => 1,
        StoreChange.EditPaymentLink or StoreChange.EditOrder => 3,
        StoreChange.PutSnapshot => 4,
        StoreChange.AddOperation => 5,
        StoreChange.UpdateOperation => 6,
        StoreChange.ReleaseDependants => 8,
        _ => 7,
    };

    private bool Apply(StoreChange change)
    {
        switch (change)
        {
            case StoreChange.AddPaymentLink add:
                Write(add.Lid, RecordChanges.Add(State, new StoredRecord { Order = 0, Lid = add.Lid, Kind = RecordKind.PaymentLink, LinkDraft = add.Draft, CreatedAt = add.CreatedAt, OperatorName = add.OperatorName }));
                break;
            case StoreChange.AddOrder add:
                Write(add.Lid, RecordChanges.Add(State, new StoredRecord { Order = 0, Lid = add.Lid, Kind = RecordKind.Order, CheckoutDraft = add.Draft, CreatedAt = add.CreatedAt, OperatorName = add.OperatorName }));
                break;
            case StoreChange.AddCheckoutSession add:
                Write(add.Lid, RecordChanges.Add(State, new StoredRecord { Order = 0, Lid = add.Lid, Kind = RecordKind.CheckoutSession, ParentLid = add.OrderLid, CreatedAt = add.CreatedAt, OperatorName = add.OperatorName }));
                break;
            case StoreChange.AddRemote add when State.Records.Values.Any(record => record.Snapshot?.RemoteId == add.Record.RemoteId):
                return false;
            case StoreChange.AddRemote add:
                Write(add.Lid, RecordChanges.Add(State, StoredRecord.Of(add)));
                Write(add.Lid, RecordChanges.Put(State, new StoreChange.PutSnapshot(add.Lid, add.Record, add.SeenAt)));
                break;
            case StoreChange.EditPaymentLink edit:
                Write(edit.Lid, RecordChanges.Edit(State, edit.Lid, RecordKind.PaymentLink, r => r with { LinkDraft = edit.Draft }));
                break;
            case StoreChange.EditOrder edit:
                Write(edit.Lid, RecordChanges.Edit(State, edit.Lid, RecordKind.Order, r => r with { CheckoutDraft = edit.Draft }));
                break;
            case StoreChange.PutSnapshot put:
                Write(put.Lid, RecordChanges.Put(State, put));
                break;
            case StoreChange.AddOperation add when OperationChanges.Add(State, add) is { } added:
                State = added;
                Touch(add.Operation);
                break;
            case StoreChange.AddOperation:
                return false;
            case StoreChange.UpdateOperation update:
                return Move(update.Operation);
            case StoreChange.ReleaseDependants release:
                Release(release);
                break;
            default:
                State = JournalChanges.Apply(State, change);
                break;
        }

        return true;
    }

    private void Write(string lid, StoreState next)
    {
        State = next;
        _touched.Add(lid);
        if (next.Records[lid].ParentLid is { } parent)
        {
            _touched.Add(parent);
        }
    }

    private bool Move(Operation moved)
    {
        if (OperationChanges.Update(State, moved) is not { } next)
        {
            return false;
        }

        State = next;
        Touch(next.Operations[moved.Id]);
        return true;
    }

    private void Release(StoreChange.ReleaseDependants release)
    {
        var waiting = State.Operations;
        (State, var released) = OperationChanges.Release(State, release.OperationId);
        foreach (var operation in released)
        {
            Touch(operation);
            State = JournalChanges.Apply(State, AuditTrail.OfRelease(waiting[operation.Id], operation, release.At));
        }
    }

    private void Touch(Operation operation)
    {
        _touched.Add(operation.Lid);
        _touched.Add(operation.Aggregate);
    }
}
