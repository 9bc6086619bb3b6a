using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Sync;

/// <summary>Writes the changes of one commit inside its transaction.</summary>
internal sealed class CommitWriter(SqlConnection connection, TouchedRecords touched)
{
    private readonly EntityWriter _entities = new(connection, touched);
    private readonly SnapshotWriter _snapshots = new(connection, touched);
    private readonly OperationWriter _operations = new(connection, touched);
    private readonly JournalWriter _journal = new(connection);

    public CommitOutcome Write(IReadOnlyList<StoreChange> changes)
    {
        // Records before operations, whatever the order of the list: a done create needs its record's id.
        foreach (var change in changes.OrderBy(Rank))
        {
            switch (change)
            {
                case StoreChange.UpdateOperation update when !_operations.Update(update.Operation):
                case StoreChange.AddOperation operation when !_operations.Add(operation):
                case StoreChange.AddRemote add when _entities.Holds(add.Record.RemoteId):
                    return CommitOutcome.Stale;
                case StoreChange.UpdateOperation or StoreChange.AddOperation:
                    break;
                default:
                    Write(change);
                    break;
            }
        }

        return changes.OfType<StoreChange.UpdateOperation>().Any(update => _operations.LeavesWaiting(update.Operation)) ? CommitOutcome.Stale : CommitOutcome.Committed;
    }

    private static int Rank(StoreChange change) => change switch
    {
        StoreChange.BindAccount => 0,
        StoreChange.AddPaymentLink or StoreChange.AddOrder => 1,
        StoreChange.AddCheckoutSession => 2,
        StoreChange.AddRemote { Record: CheckoutSessionSnapshot } => 2,
        StoreChange.AddRemote => 1,
        StoreChange.EditPaymentLink or StoreChange.EditOrder => 3,
        StoreChange.PutSnapshot => 4,
        StoreChange.AddOperation => 5,
        StoreChange.UpdateOperation => 6,

        // Last, so that the lines of the audit stand in the order of the moves: one that is confirmed may be released in the same commit.
        StoreChange.ReleaseDependants => 8,
        _ => 7,
    };

    private void Write(StoreChange change)
    {
        switch (change)
        {
            case StoreChange.AddPaymentLink add:
                _entities.Add(add);
                break;
            case StoreChange.AddOrder add:
                _entities.Add(add);
                break;
            case StoreChange.AddCheckoutSession add:
                _entities.Add(add);
                break;
            case StoreChange.AddRemote add:
                _entities.Add(add);
                _snapshots.Put(new StoreChange.PutSnapshot(add.Lid, add.Record, add.SeenAt));
                break;
            case StoreChange.EditPaymentLink edit:
                _entities.Edit(edit);
                break;
            case StoreChange.EditOrder edit:
                _entities.Edit(edit);
                break;
            case StoreChange.PutSnapshot put:
                _snapshots.Put(put);
                break;
            case StoreChange.ReleaseDependants release:
                Release(release);
                break;
            default:
                WriteJournal(change);
                break;
        }
    }

    private void Release(StoreChange.ReleaseDependants release)
    {
        foreach (var (waiting, released) in _operations.ReleaseDependants(release.OperationId))
        {
            _journal.Add(AuditTrail.OfRelease(waiting, released, release.At));
        }
    }

    private void WriteJournal(StoreChange change)
    {
        switch (change)
        {
            case StoreChange.StartAttempt start:
                _journal.Start(start);
                break;
            case StoreChange.EndAttempt end:
                _journal.End(end);
                break;
            case StoreChange.Audit line:
                _journal.Add(line);
                break;
            case StoreChange.BindAccount bind:
                _journal.Bind(bind.Account);
                break;
            case StoreChange.SetCursor set:
                _journal.Set(set.Cursor);
                break;
            case StoreChange.SealInstallation seal:
                _journal.Seal(seal.InstallationId);
                break;
            case StoreChange.NoteRestored:
                _journal.NoteRestored();
                break;
            case StoreChange.SetClockHighWater mark:
                _journal.SetClockHighWater(mark.At);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change.GetType(), "Not a change that is stored.");
        }
    }
}
